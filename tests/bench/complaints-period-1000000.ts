import { complaintPeriod } from "@/tests/support/complaint-benches";

export const { name, grows, repeats, rows, prepare, floor, run } = complaintPeriod(1_000_000);
