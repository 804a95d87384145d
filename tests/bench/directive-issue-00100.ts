import { directiveIssue } from "@/tests/support/directive-benches";

export const { name, prepare, before, floor, run, rows } = directiveIssue(100);
