import { searchBench } from "@/tests/support/search-corpus";

export const { name, repeats, prepare, floor, run, naive } = searchBench(
  "Tìm, huyện: gõ sai (tuyên truyềnn nângg cao)",
  "officer",
  { q: "tuyên truyềnn nângg cao" },
);
