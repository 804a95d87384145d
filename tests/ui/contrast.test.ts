import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync("app/globals.css", "utf8");
const theme = css.slice(css.indexOf("@theme"), css.indexOf("@layer base"));
const colours = new Map(
  [...theme.matchAll(/--color-([\w-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));/g)].map(
    ([, name = "", light, dark, both]) => [
      name,
      { light: light ?? both ?? "", dark: dark ?? both ?? "" },
    ],
  ),
);

const grounds = ["canvas", "surface", "raised", "subtle"];
const tones = ["neutral", "info", "success", "warning", "danger"];

const words: [ink: string, ground: string][] = [
  ...grounds.flatMap((ground) =>
    ["ink", "ink-muted", "ink-faint", "accent", "accent-hover", "blossom"]
      .concat(tones.map((tone) => `${tone}-ink`))
      .map((ink): [string, string] => [ink, ground]),
  ),
  ...tones.flatMap((tone): [string, string][] => [
    [`${tone}-ink`, `${tone}-bg`],
    ["ink", `${tone}-bg`],
    ["ink-muted", `${tone}-bg`],
  ]),
  ...["ink", "ink-muted", "ink-faint", "accent"].map((ink): [string, string] => [
    ink,
    "accent-soft",
  ]),
  ["accent-ink", "accent"],
  ["accent-ink", "accent-hover"],
  ["on-danger", "danger"],
  ["on-danger", "danger-hover"],
  ["night-ink", "night"],
  ["night-muted", "night"],
];

/** Edges of fields, the ring of focus, bars and dots. */
const shapes: [shape: string, ground: string][] = grounds.flatMap((ground) =>
  ["focus", "line-strong", ...tones].map((shape): [string, string] => [shape, ground]),
);

describe.each(["light", "dark"] as const)("the colours of the %s theme", (mode) => {
  test.each(words)("%s reads on %s", (ink, ground) => {
    expect(contrast(hex(ink, mode), hex(ground, mode))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapes)("%s stands out from %s", (shape, ground) => {
    expect(contrast(hex(shape, mode), hex(ground, mode))).toBeGreaterThanOrEqual(3);
  });
});

test("black on white is 21 to 1", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
});

function hex(name: string, mode: "light" | "dark") {
  const colour = colours.get(name);
  if (!colour) throw new Error(`globals.css has no colour named ${name}`);
  return colour[mode];
}

function contrast(one: string, other: string) {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
