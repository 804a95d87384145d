import { liveFanout } from "@/tests/support/live-benches";

export const { name, rows, repeats, prepare, floor, run } = liveFanout(1_000);
