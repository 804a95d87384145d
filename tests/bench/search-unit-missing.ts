import { searchBench } from "@/tests/support/search-corpus";

export const { name, repeats, prepare, floor, run, naive } = searchBench(
  "Tìm, đơn vị: không có (xyzzy)",
  "lead",
  { q: "xyzzy" },
);
