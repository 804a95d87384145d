import { complaintList } from "@/tests/support/complaint-benches";

export const { name, grows, repeats, rows, prepare, floor, run } = complaintList(1_000_000);
