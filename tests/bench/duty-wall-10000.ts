import { dutyWall } from "@/tests/support/duty-benches";

export const { name, grows, repeats, rows, prepare, floor, run } = dutyWall(10_000);
