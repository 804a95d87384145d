import { complaintClusters } from "@/tests/support/complaint-benches";

export const { name, grows, repeats, rows, prepare, floor, run } = complaintClusters(1_000_000);
