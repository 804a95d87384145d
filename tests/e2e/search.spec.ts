import { expect, test } from "@playwright/test";
import { violationsIn } from "@/tests/support/axe";
import { expectGoodPage, signedIn } from "@/tests/support/pages";

const isPhone = (viewport: { width: number } | null) => (viewport?.width ?? 0) < 1000;

test("what is looked for is found from anywhere by the keyboard alone", async ({
  browser,
  viewport,
}) => {
  test.skip(isPhone(viewport), "a phone has no keyboard");
  const page = await signedIn(browser, "chuyenvien", { viewport });
  const field = page.getByRole("combobox", { name: /^Tìm văn bản/ });
  // The first press may come before the page's script does.
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(field).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("option", { name: "Soạn văn bản" })).toBeVisible();

  await field.pressSequentially("phat thanh 6 buoi");
  const option = page.getByRole("group", { name: "Báo cáo" }).getByRole("option").first();
  await expect(option).toBeVisible();
  await expectGoodDialog(page);
  await page.keyboard.press("ArrowDown");
  const active = await field.getAttribute("aria-activedescendant");
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/(directives\/[0-9a-f-]{36}|search\?)/);
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.keyboard.press("/");
  await expect(field).toBeFocused();
  await field.fill("soan van");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/directives\/new/);

  await page.getByRole("textbox", { name: "Nội dung văn bản" }).pressSequentially("24/7");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("textbox", { name: "Nội dung văn bản" })).toBeFocused();
});

test("the button opens it, and all results have a page of their own", async ({
  browser,
  viewport,
}) => {
  const page = await signedIn(browser, "xa-yenbinh", { viewport });
  const field = page.getByRole("combobox", { name: /^Tìm văn bản/ });
  // Without script yet, the same link leads to the page of the same name.
  await expect(async () => {
    await page
      .getByRole("link", { name: /^Tìm kiếm/ })
      .first()
      .click();
    await expect(field).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await field.fill("loa 14 thon");
  await expect(page.getByRole("group", { name: "Báo cáo" })).toBeVisible();
  await expectGoodDialog(page);
  await page.getByRole("option", { name: /^Xem mọi kết quả/ }).click();
  await page.waitForURL(/\/search\?q=loa/);
  await expect(page.locator("mark").first()).toHaveText("loa 14 thôn");
  await expectGoodPage(page);

  await page
    .getByRole("link", { name: /^Báo cáo · UBND|^Báo cáo kết quả · / })
    .first()
    .click();
  await expect(page.getByText("Đã phát thanh 6 buổi")).toBeVisible();
});

test("a search is narrowed, kept under a name, and put away", async ({ browser, viewport }) => {
  const page = await signedIn(browser, "lanhdao", { viewport });
  await page.goto("/search");
  await expectGoodPage(page);
  await page.getByRole("searchbox").fill("qwzx vkjq pfgh");
  await page.getByRole("button", { name: "Tìm", exact: true }).click();
  await expect(page.getByText(/^Không tìm thấy “qwzx/)).toBeVisible();
  await expectGoodPage(page);

  await page.goto("/search?q=ra+soat");
  await page.getByRole("navigation", { name: "Loại kết quả" }).getByText("Nhiệm vụ").click();
  await page.waitForURL(/kind=obligation/);
  const name = `Rà soát ${viewport?.width}`;
  await page.getByRole("button", { name: "Lưu bộ lọc này" }).click();
  await page.getByLabel("Tên bộ lọc").fill(name);
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  const saved = page.getByRole("navigation", { name: "Bộ lọc đã lưu" });
  await expect(saved.getByRole("link", { name })).toBeVisible();
  await expectGoodPage(page);

  await page.goto("/search");
  await saved.getByRole("link", { name }).click();
  await page.waitForURL(/q=ra\+soat&kind=obligation/);
  await page.getByRole("button", { name: "Sửa các bộ lọc đã lưu" }).click();
  await page.getByRole("button", { name: `Xóa bộ lọc “${name}”` }).click();
  await expect(saved.getByRole("link", { name })).toHaveCount(0);
});

test("a unit finds nothing of another", async ({ browser, viewport }) => {
  const page = await signedIn(browser, "mobifone", { viewport });
  const found = await page.request.get("/api/search?q=loa+14+thon");
  expect(found.status()).toBe(200);
  const { groups } = await found.json();
  expect(groups.filter(({ kind }: { kind: string }) => kind === "report")).toEqual([]);
});

test("without script the page is a form and a list", async ({ browser, viewport }) => {
  const context = await signedIn(browser, "tinh", { viewport });
  const state = await context.context().storageState();
  const plain = await browser.newContext({
    baseURL: new URL(context.url()).origin,
    storageState: state,
    javaScriptEnabled: false,
    viewport,
  });
  const page = await plain.newPage();
  await page.goto("/");
  await page
    .getByRole("link", { name: /^Tìm kiếm/ })
    .first()
    .click();
  await page.getByRole("searchbox").fill("tuyên truyền");
  await page.getByRole("button", { name: "Tìm", exact: true }).click();
  await expect(page.locator("mark").first()).toBeVisible();
  await plain.close();
});

async function expectGoodDialog(page: Parameters<typeof expectGoodPage>[0]) {
  expect(await violationsIn(page, "dialog")).toEqual([]);
}
