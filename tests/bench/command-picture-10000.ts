import { commandPicture } from "@/tests/support/compliance-benches";

export const { name, grows, repeats, prepare, before, floor, run } = commandPicture(10000);
