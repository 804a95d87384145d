import { paperOf } from "@/tests/support/paper-benches";

export const { name, prepare, floor, run, repeats } = paperOf("docx");
