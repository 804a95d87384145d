import { searchBench } from "@/tests/support/search-corpus";

export const { name, repeats, prepare, floor, run, naive } = searchBench(
  "Tìm, đơn vị: không dấu (chan loc tin nhan rac)",
  "lead",
  { q: "chan loc tin nhan rac" },
);
