import { incidentWall } from "@/tests/support/incident-wall-benches";

export const { name, repeats, rows, prepare, floor, run } = incidentWall("unit");
