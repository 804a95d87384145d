import { searchBench } from "@/tests/support/search-corpus";

export const { name, repeats, prepare, floor, run, naive } = searchBench(
  "Tìm, huyện: các từ rời nhau (báo tết công rác)",
  "officer",
  { q: "báo tết công rác" },
);
