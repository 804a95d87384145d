import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readAdvisory } from "@/lib/advisories/reading/rules";
import { readDirective } from "@/lib/directives/reading/rules";
import { searchWords } from "@/lib/search/words/rules";

/** Text that makes a careless pattern try again from every place it could begin at. */
const real = readFileSync("tests/fixtures/directives/huu-lung-2025.md", "utf8");
const hostile: [string, string][] = [
  ["one letter", "a"],
  ["spaces", " "],
  ["empty lines", "\n"],
  ["tabs", "\t"],
  ["dots", "."],
  ["dashes", "-"],
  ["brackets", "(("],
  ["digits", "1"],
  ["numbers of points", "1. "],
  ["numbers of numbers", "1.1.1."],
  ["letters of points", "a) "],
  ["dates", "ngày 20/01/2025 "],
  ["half a date", "ngày 20/01/"],
  ["document numbers", "05/UBND-VH "],
  ["half a number", "Số: "],
  ["recipients", "Công an huyện, "],
  ["bars", "| a "],
  ["stars", "**"],
  ["marks that combine", "e\u0301"],
  ["deadlines", "trước 17h00 ngày 20/01/2025; "],
  ["CVE", "CVE-2025-"],
];
const KB = 1024;
const filled = (unit: string, kb: number) => unit.repeat(Math.ceil((kb * KB) / unit.length));

function milliseconds(work: () => unknown) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const readers: [string, (text: string) => unknown][] = [
  ["the reader of directives", readDirective],
  ["the reader of advisories", readAdvisory],
  ["the words of a search", searchWords],
];

describe.each(readers)("%s takes time in proportion to the text", (_, read) => {
  // The machine may be ten times slower than the one on which 0.2 ms a KB were seen.
  test.each(hostile)("%s", (_name, unit) => {
    const text = `${real.slice(0, 1_500)}\n${filled(unit, 96)}\n${real.slice(-1_500)}`;
    read(text.slice(0, 3_000));
    const spent = Math.min(
      milliseconds(() => read(text)),
      milliseconds(() => read(text)),
    );
    expect(spent / 96, "ms per KB").toBeLessThan(8);
  });
});
