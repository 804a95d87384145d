import { command } from "@/tests/support/compliance-benches";

export const { name, grows, repeats, prepare, before, floor, run } = command(100);
