import { dutyNow } from "@/tests/support/duty-benches";

export const { name, grows, repeats, rows, prepare, floor, run } = dutyNow(100);
