import type { Page } from "@playwright/test";
import type { weighScripts } from "./page-weights";

type Vitals = { lcp: number; inp: number; cls: number };

/** Before the page is opened: a processor four times slower, and who notes what is felt. */
export async function seeVitals(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript({ content: WATCH });
}

/** As text: what compiles the tests adds names to functions that a page knows nothing of. */
const WATCH = `
  window.vitals = { lcp: 0, inp: 0, cls: 0 };
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
      durationThreshold: 16,
    });
  watch("largest-contentful-paint", ({ startTime }) => {
    vitals.lcp = startTime;
  });
  watch("layout-shift", ({ value, hadRecentInput }) => {
    if (!hadRecentInput) vitals.cls += value;
  });
  watch("event", ({ duration }) => {
    vitals.inp = Math.max(vitals.inp, duration);
  });
`;

/** After it stands still: two touches of what every page has, and what was felt of them. */
export async function vitalsOf(page: Page, weighed: ReturnType<typeof weighScripts>) {
  await page.keyboard.press("Tab");
  await page.getByRole("heading", { level: 1 }).first().click();
  await page.waitForTimeout(500);
  const scripts = await weighed();
  const vitals = await page.evaluate(() => (window as unknown as { vitals: Vitals }).vitals);
  return { ...vitals, scriptKB: scripts.reduce((sum, { kilobytes }) => sum + kilobytes, 0) };
}
