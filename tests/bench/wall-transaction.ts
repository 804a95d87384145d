import { complaintWall } from "@/tests/support/wall-benches";

export const { name, repeats, rows, prepare, floor, run } = complaintWall("transaction");
