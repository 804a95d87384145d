import { searchBench } from "@/tests/support/search-corpus";

export const { name, repeats, prepare, floor, run, naive } = searchBench(
  "Tìm, huyện: số văn bản (12/UBND-VH)",
  "officer",
  { q: "12/UBND-VH" },
);
