import { advisoryMatrix } from "@/tests/support/advisory-benches";

export const { name, grows, repeats, rows, prepare, floor, run } = advisoryMatrix(100, "deep");
