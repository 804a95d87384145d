import { complaintList, huge } from "@/tests/support/complaint-benches";

export const { name, grows, rows, repeats, prepare, floor, run } = complaintList(10_000_000);
export const skip = huge();
