import { searchBench } from "@/tests/support/search-corpus";

export const { name, repeats, prepare, floor, run, naive } = searchBench(
  "Tìm, huyện: cụm từ ở khắp nơi (an toàn thông tin)",
  "officer",
  { q: "an toàn thông tin" },
);
