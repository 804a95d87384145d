import { searchBench } from "@/tests/support/search-corpus";

export const { name, repeats, prepare, floor, run, naive } = searchBench(
  "Tìm, đơn vị: cụm từ ở khắp nơi (an toàn thông tin)",
  "lead",
  { q: "an toàn thông tin" },
);
