import { chromium } from "@playwright/test";
import { exactly, type Measured, spreadOf } from "@/lib/cli/bench/contract";
import { ensureBrowser } from "@/lib/cli/browser";
import { people } from "@/tests/doors/walk/people";
import { theApp } from "@/tests/support/page-benches";
import { SCRIPT_LIMIT, weighedPages, weighScripts } from "@/tests/support/page-weights";
import { seeVitals, vitalsOf } from "@/tests/support/vitals";

export const name = "Trình duyệt: mã gửi đi, LCP, INP, CLS khi CPU chậm 4 lần";

const ROUNDS = 3;

/** On a phone whose processor is a quarter of this machine's. */
export async function measure(report: (row: Measured) => void) {
  const app = await theApp();
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    for (const { person, path } of weighedPages) {
      await app.outside.signIn(person);
      const [cookie, value] = (app.outside.cookieOf(person) ?? "").split("=");
      const seen: Awaited<ReturnType<typeof vitalsOf>>[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const context = await browser.newContext({
          viewport: { width: 360, height: 780 },
          hasTouch: true,
        });
        await context.addCookies([{ name: cookie ?? "", value: value ?? "", url: app.server.url }]);
        const page = await context.newPage();
        await seeVitals(page);
        const weighed = weighScripts(page);
        await page.goto(app.server.url + path, { waitUntil: "networkidle" });
        seen.push(await vitalsOf(page, weighed));
        await context.close();
      }
      const title = `${path} (${people[person]})`;
      report({
        name: `${title}, mã nén`,
        unit: "kB",
        run: exactly(seen[0]?.scriptKB ?? 0),
        goals: [{ of: "p50", atMost: SCRIPT_LIMIT }],
      });
      const spread = (of: "lcp" | "inp" | "cls") => spreadOf(seen.map((vitals) => vitals[of]));
      report({ name: `${title}, LCP`, unit: "ms", run: spread("lcp"), goals: [] });
      report({ name: `${title}, INP`, unit: "ms", run: spread("inp"), goals: [] });
      report({ name: `${title}, CLS`, unit: "", run: spread("cls"), goals: [] });
    }
  } finally {
    await browser.close();
    await app.stop();
  }
}
