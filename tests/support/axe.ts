import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { RunOptions } from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Ways of writing that stood on a page whose contrast axe found good: two thirds of its time go there. */
const readable = new Set<string>();

/** What breaks a rule of WCAG 2.2 AA on the page, or within a part of it: the rule and its elements. */
export async function violationsIn(page: Page, within = ":root") {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const ways = await page.evaluate(waysOfWriting, within);
  const options: RunOptions = {
    runOnly: { type: "tag", values: RULES },
    resultTypes: ["violations"],
    rules: { "color-contrast": { enabled: ways.some((way) => !readable.has(way)) } },
  };
  const found = await page.evaluate(
    async ([within, options]) => {
      const { violations } = await window.axe.run(within, options);
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`,
      );
    },
    [within, options] as const,
  );
  if (found.length === 0) for (const way of ways) readable.add(way);
  return found;
}

declare global {
  interface Window {
    axe: typeof import("axe-core");
  }
}

/** Everything that the contrast of a text depends on, once for each way that texts are written here. */
function waysOfWriting(within: string) {
  const ways = new Set<string>();
  for (const element of document.querySelectorAll(`${within}, ${within} *`)) {
    const written = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    if (!written && !(element instanceof HTMLInputElement)) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const behind: string[] = [];
    // Nothing shows through a plain colour; but whoever stands around it can make all of it faint.
    let covered = false;
    for (let on: Element | null = element; on; on = on.parentElement) {
      const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(on);
      if (opacity !== "1" || filter !== "none") behind.push(opacity, filter);
      if (covered || (backgroundColor === "rgba(0, 0, 0, 0)" && backgroundImage === "none"))
        continue;
      behind.push(backgroundColor, backgroundImage);
      covered = backgroundColor.startsWith("rgb(");
    }
    ways.add([color, fontSize, fontWeight, textShadow, ...behind].join(" "));
  }
  return [...ways];
}
