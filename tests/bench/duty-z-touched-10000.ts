import { dutyWallTouched } from "@/tests/support/duty-benches";

export const { name, grows, repeats, rows, prepare, floor, run } = dutyWallTouched(10_000);
