import { expect, test } from "@playwright/test";
import { people } from "@/tests/doors/walk/people";
import { SCRIPT_LIMIT, weighedPages, weighScripts } from "@/tests/support/page-weights";
import { baseUrl, signedIn } from "@/tests/support/pages";

test("no home page sends more script than a phone can bear", async ({ browser }) => {
  for (const { person, path } of weighedPages) {
    // Signed in, and with nothing kept from before.
    const known = await (await signedIn(browser, people[person])).context().storageState();
    const context = await browser.newContext({ baseURL: baseUrl(), storageState: known });
    const page = await context.newPage();
    const weighed = weighScripts(page);
    await page.goto(path, { waitUntil: "load" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const scripts = await weighed();
    const sum = scripts.reduce((all, { kilobytes }) => all + kilobytes, 0);
    const heaviest = scripts.toSorted((one, other) => other.kilobytes - one.kilobytes).slice(0, 8);
    expect(sum, `${path}: ${JSON.stringify(heaviest)}`).toBeLessThanOrEqual(SCRIPT_LIMIT);
    expect(sum, `${path} was measured`).toBeGreaterThan(50);
    await context.close();
  }
});
