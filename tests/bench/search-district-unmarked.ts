import { searchBench } from "@/tests/support/search-corpus";

export const { name, repeats, prepare, floor, run, naive } = searchBench(
  "Tìm, huyện: không dấu (chan loc tin nhan rac)",
  "officer",
  { q: "chan loc tin nhan rac" },
);
