import { dutyUnit } from "@/tests/support/duty-benches";

export const { name, grows, repeats, rows, prepare, floor, run } = dutyUnit(10_000);
