import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readAdvisory } from "@/lib/advisories/reading/rules";
import { readMessages } from "@/lib/complaints/messages/rules";
import { readSource } from "@/lib/complaints/sources/rules";
import { readDirective } from "@/lib/directives/reading/rules";
import { readIndicator } from "@/lib/incidents/indicators/rules";
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
const SIZE = 16;
const filled = (unit: string, kb: number) => unit.repeat(Math.ceil((kb * KB) / unit.length));

function milliseconds(work: () => unknown) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const readers: [string, (text: string) => unknown][] = [
  ["the reader of directives", readDirective],
  ["the reader of advisories", readAdvisory],
  ["the reader of messages", readMessages],
  ["the reader of sources", readSource],
  ["the reader of indicators", (text) => readIndicator(text, "auto")],
  ["the words of a search", searchWords],
];

describe.each(readers)("%s takes time in proportion to the text", (_, read) => {
  // A square of it would be seconds per KB; a busy machine is twenty times slower than a quiet one.
  test.each(hostile)("%s", (_name, unit) => {
    const text = `${real.slice(0, 1_500)}\n${filled(unit, SIZE)}\n${real.slice(-1_500)}`;
    let spent = milliseconds(() => read(text));
    if (spent > 5 * SIZE)
      spent = Math.min(
        spent,
        milliseconds(() => read(text)),
      );
    expect(spent / SIZE, "ms per KB").toBeLessThan(25);
  });
});
