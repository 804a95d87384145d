import { expect, test } from "@playwright/test";
import { violationsIn } from "@/tests/support/axe";
import { expectGoodPage, expectWholePage, signedIn } from "@/tests/support/pages";

const pages: Record<string, string[]> = {
  lanhdao: ["/command", "/directives", "/campaigns", "/campaigns/calendar", "/admin/audit"],
  chuyenvien: [
    "/command/figures/incidents",
    "/command/figures/duty",
    "/command/figures/unpatched",
    "/command/figures/complaints",
    "/command/figures/infrastructure",
    "/advisories?show=all",
    "/advisories/catalogue",
    "/inventory",
    "/inventory/products",
    "/sweeps",
    "/search?q=tuyen+truyen",
    "/reports",
    "/directives/registers",
    "/awareness/messages/new",
    "/directives?state=draft",
    "/directives?q=kh%C3%B4ng+c%C3%B3+g%C3%AC",
  ],
  "xa-yenbinh-truc": [
    "/locality",
    "/directives",
    "/campaigns",
    "/campaigns/calendar?month=2026-02",
    "/duty",
    "/duty/now",
    "/duty/reports",
    "/incidents",
    "/incidents/warnings",
    "/incidents/drills",
  ],
  congan: [
    "/coordination",
    "/incidents?show=all",
    "/incidents?view=board",
    "/duty",
    "/duty/coverage",
    "/duty/people",
    "/duty/people/new",
  ],
  mobifone: ["/telecom", "/awareness", "/directives/registers"],
  tinh: [
    "/command",
    "/command/obligations/all",
    "/command/overdue",
    "/command/figures/duty",
    "/command/figures/unpatched",
    "/directives",
    "/campaigns?state=closed",
    "/duty/now",
    "/duty/coverage",
    "/duty/reports",
    "/incidents",
    "/incidents/figures",
  ],
  quantri: [
    "/admin",
    "/admin/people",
    "/admin/people/new",
    "/admin/people/import",
    "/admin/reorganisation",
    "/admin/units",
    "/admin/units/new",
    "/admin/units/import",
    "/admin/groups",
    "/admin/groups/new",
    "/admin/templates",
    "/admin/holidays?year=2026",
    "/admin/deadlines",
    "/admin/incident-rules",
    "/incidents",
    "/admin/audit",
    "/profile",
  ],
};

/** Stories are told in light colours at a desk; here the phone is dark. */
const phone = { viewport: { width: 360, height: 780 }, colorScheme: "dark" } as const;
const desk = { width: 1440, height: 900 };

for (const [username, paths] of Object.entries(pages)) {
  test(`every page that ${username} opens is good`, async ({ browser }) => {
    const page = await signedIn(browser, username, phone);
    for (const path of paths) {
      await page.setViewportSize(phone.viewport);
      const response = await page.goto(path);
      expect(response?.status(), `${username} ${path}`).toBe(200);
      await expectGoodPage(page);
      await page.setViewportSize(desk);
      await expectWholePage(page);
    }
  });
}

test("what cannot be read is found, also beside what can", async ({ page }) => {
  const text = (color: string) => `<p style="color:${color};background:#fff">Trực 24/7</p>`;
  const whole = (body: string) =>
    `<html lang="vi"><title>Thử</title><main><h1>Thử</h1>${body}</main>`;
  await page.setContent(whole(text("#222")));
  expect(await violationsIn(page)).toEqual([]);
  await page.setContent(whole(text("#222") + text("#bbb")));
  expect(await violationsIn(page)).toEqual([expect.stringMatching(/^color-contrast: .*#bbb/)]);
  await page.setContent(whole(`<div style="opacity:0.3">${text("#222")}</div>`));
  expect(await violationsIn(page)).toEqual([expect.stringMatching(/^color-contrast: /)]);
});

test("the chosen theme is kept", async ({ browser, viewport }) => {
  const page = await signedIn(browser, "chuyenvien", { viewport, colorScheme: "light" });
  await page.getByRole("button", { name: "Thêm" }).click();
  await page.getByRole("button", { name: "Giao diện tối" }).first().click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
