import { dutyReports } from "@/tests/support/duty-benches";

export const { name, grows, repeats, rows, prepare, floor, run } = dutyReports(1_000);
