import { readFileSync } from "node:fs";

let read;

/** What each page is made of, written down by tests/support/page-benches.ts. */
export function pages() {
  read ??= JSON.parse(readFileSync(process.env.PAGES ?? "", "utf8"));
  return read;
}
