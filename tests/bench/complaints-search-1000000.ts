import { complaintSearch } from "@/tests/support/complaint-benches";

export const { name, grows, repeats, rows, prepare, floor, run } = complaintSearch(1_000_000);
