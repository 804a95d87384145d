import { complaintPeriod, huge } from "@/tests/support/complaint-benches";

export const { name, grows, rows, repeats, prepare, floor, run } = complaintPeriod(10_000_000);
export const skip = huge();
