import { advisoryMatrix } from "@/tests/support/advisory-benches";

export const { name, grows, repeats, rows, prepare, floor, run } = advisoryMatrix(10_000, "deep");
