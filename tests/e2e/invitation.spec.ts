import { expect, test } from "@playwright/test";
import { baseUrl, expectGoodPage, signedIn } from "@/tests/support/pages";

const PASSWORD = "con trâu gặm sách buổi chiều";

test("a person is invited by a link, sets a password and signs in", async ({
  browser,
  viewport,
}, info) => {
  const username = `moi-${info.project.name}-${Math.floor(Math.random() * 1e6)}`;
  const administrator = await signedIn(browser, "quantri", { viewport });
  await administrator.goto("/admin/people/new");
  await administrator.getByLabel("Tên đăng nhập").fill(username);
  await administrator.getByLabel("Họ và tên").fill("Lý Thị Mời");
  await administrator.getByLabel("Vai trò").selectOption({ label: "Cán bộ đơn vị" });
  await administrator.getByLabel("Đơn vị").selectOption({ label: "UBND xã Cai Kinh" });
  await administrator.getByRole("button", { name: "Tạo tài khoản và liên kết" }).click();
  const link = await administrator.getByText(/\/invite\//).textContent();
  await expectGoodPage(administrator);

  const context = await browser.newContext({ baseURL: baseUrl(), viewport });
  const page = await context.newPage();
  await page.goto(link ?? "");
  await expectGoodPage(page);
  await page.getByLabel("Mật khẩu mới", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Nhập lại mật khẩu mới").fill(PASSWORD);
  await page.getByRole("button", { name: "Đặt mật khẩu" }).click();
  await expect(page.getByText("Đã đặt mật khẩu.")).toBeVisible();
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await expect(page).toHaveURL(/\/locality/);

  await page.goto(link ?? "");
  await expect(page.getByText(/Liên kết này đã được dùng/)).toBeVisible();
  await expectGoodPage(page);
});
