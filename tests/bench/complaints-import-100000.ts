import { complaintImport } from "@/tests/support/complaint-benches";

export const { name, repeats, rows, prepare, before, floor, naive, run } = complaintImport(100_000);
