import { directiveMatrix } from "@/tests/support/directive-benches";

export const { name, grows, prepare, floor, run, repeats, rows } = directiveMatrix(10000);
