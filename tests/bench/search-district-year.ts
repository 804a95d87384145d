import { searchBench } from "@/tests/support/search-corpus";

export const { name, repeats, prepare, floor, run, naive } = searchBench(
  "Tìm, huyện: trong một năm (trực tết năm 2018)",
  "officer",
  { q: "trực tết năm 2018" },
);
