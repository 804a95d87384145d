import { searchBench } from "@/tests/support/search-corpus";

export const { name, repeats, prepare, floor, run, naive } = searchBench(
  "Tìm, huyện: đang gõ dở (tr)",
  "officer",
  { q: "tr" },
);
