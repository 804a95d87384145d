import { searchBench } from "@/tests/support/search-corpus";

export const { name, repeats, prepare, floor, run, naive } = searchBench(
  "Tìm, huyện: không có (xyzzy)",
  "officer",
  { q: "xyzzy" },
);
