import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { expectGoodPage, signedIn } from "@/tests/support/pages";

const seed = readFileSync("tests/fixtures/directives/huu-lung-2025.md", "utf8");

test("a text that is no directive is refused in words, and stays where it was typed", async ({
  browser,
}) => {
  const page = await signedIn(browser, "chuyenvien");
  await page.goto("/directives/new");
  const recipe = "Cách nấu phở bò: ninh xương tám giờ, nướng gừng và hành, thêm quế, hồi.";
  await page.getByRole("textbox", { name: "Nội dung văn bản" }).fill(recipe);
  await page.getByRole("button", { name: "Phân tích văn bản" }).click();
  await expect(page.getByText("Không nhận ra đây là văn bản chỉ đạo")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Nội dung văn bản" })).toHaveValue(recipe);

  await page.getByRole("textbox", { name: "Nội dung văn bản" }).fill("");
  await page.getByRole("button", { name: "Phân tích văn bản" }).click();
  await expect(page.getByText(/Dán nội dung văn bản/)).toBeVisible();
});

test("a file over 20 MB and a broken one are named; the text beside them stays", async ({
  browser,
}) => {
  const page = await signedIn(browser, "chuyenvien");
  await page.goto("/directives/new");
  await page.getByRole("textbox", { name: "Nội dung văn bản" }).fill("Ghi chú của tôi");
  const file = page.getByLabel("Tải tệp văn bản");
  await file.setInputFiles({
    name: "lớn.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.alloc(21 * 1024 * 1024),
  });
  await expect(page.getByText(/20/).filter({ hasText: /MB/ }).first()).toBeVisible();
  await file.setInputFiles({
    name: "hỏng.docx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("PK\u0003\u0004 hỏng"),
  });
  await page.getByRole("button", { name: "Phân tích văn bản" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /./ }).first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Nội dung văn bản" })).toHaveValue(
    "Ghi chú của tôi",
  );
});

test("files that are too much for one sending are named before they are sent", async ({
  browser,
}) => {
  const page = await signedIn(browser, "xa-yenbinh");
  await page.goto("/incidents/new");
  const files = page.locator('input[type="file"]');
  const photo = (name: string, megabytes: number) => ({
    name,
    mimeType: "image/jpeg",
    buffer: Buffer.alloc(megabytes * 1024 * 1024),
  });
  await files.setInputFiles([photo("một.jpg", 12), photo("hai.jpg", 12)]);
  for (const name of ["một.jpg", "hai.jpg"]) {
    await expect(
      page.getByText(`Tệp “${name}” chưa được chọn: các tệp cộng lại quá 20 MB`),
    ).toBeVisible();
  }
  expect(await files.evaluate((input: HTMLInputElement) => input.files?.length)).toBe(0);
  await files.setInputFiles([photo("một.jpg", 12)]);
  await expect(page.getByText("12 MB")).toBeVisible();
});

test("an uploaded .docx is read like a pasted text", async ({ browser }) => {
  const page = await signedIn(browser, "chuyenvien");
  await page.goto("/directives/new");
  await page
    .getByLabel("Tải tệp văn bản")
    .setInputFiles("tests/fixtures/directives/so-tttt-quoc-khanh.docx");
  await page.getByRole("button", { name: "Phân tích văn bản" }).click();
  await expect(page.getByLabel("Trích yếu")).not.toHaveValue("");
  await expect(page.getByRole("region", { name: /^Mục \d/ }).first()).toBeVisible();
});

test("of two officers on one draft the second is told, and keeps what was typed", async ({
  browser,
}) => {
  const first = await signedIn(browser, "chuyenvien");
  const address = await aDraft(first);
  const second = await signedIn(browser, "lanhdao");
  await second.goto(address);
  await second.getByLabel("Trích yếu").fill("bản của người thứ hai, gõ lâu mới xong");

  await first.getByLabel("Trích yếu").fill("bản của người thứ nhất, đã lưu trước");
  await first.getByRole("button", { name: "Lưu dự thảo" }).click();
  await expect(first.getByText("Đã lưu dự thảo.")).toBeVisible();

  await second.getByRole("button", { name: "Lưu dự thảo" }).click();
  await expect(second.getByText(/đã lưu một bản khác lúc/)).toBeVisible();
  await expect(second.getByLabel("Trích yếu")).toHaveValue(
    "bản của người thứ hai, gõ lâu mới xong",
  );
  await first.reload();
  await expect(first.getByLabel("Trích yếu")).toHaveValue("bản của người thứ nhất, đã lưu trước");
});

test("a session that ended meanwhile costs nothing that was typed", async ({ browser }) => {
  const page = await signedIn(browser, "chuyenvien");
  await aDraft(page);
  await page.getByLabel("Trích yếu").fill("gõ trong lúc phiên đăng nhập hết hạn");
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Lưu dự thảo" }).click();
  await expect(page.getByText(/Phiên đăng nhập đã hết/)).toBeVisible();

  await page.context().addCookies(cookies);
  await page.getByRole("button", { name: "Lưu dự thảo" }).click();
  await expect(page.getByText("Đã lưu dự thảo.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Trích yếu")).toHaveValue("gõ trong lúc phiên đăng nhập hết hạn");
});

test("what is not yours does not exist: 404, whatever the address", async ({ browser }) => {
  const officer = await signedIn(browser, "chuyenvien");
  const address = await aDraft(officer);
  const commune = await signedIn(browser, "xa-yenbinh");
  const unknown = "01900000-0000-7000-8000-000000000000";
  for (const path of [
    new URL(address).pathname,
    "/directives/new",
    "/directives/khong-phai-ma",
    `/directives/${unknown}`,
    `${new URL(address).pathname}/tracking`,
    `/directives/${unknown}/assignments/${unknown}`,
    "/command",
    "/telecom",
    "/admin/people",
    "/admin/units",
    `/api/files/${unknown}`,
    `/api/directives/${unknown}/follow-up`,
  ]) {
    const response = await commune.goto(path);
    expect(response?.status(), path).toBe(404);
  }
  await expect(commune.getByText("Không tìm thấy").first()).toBeVisible();
});

test("without signing in every page leads to the door, and back afterwards", async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: process.env.BASE_URL });
  const page = await context.newPage();
  await page.goto("/directives");
  await expect(page).toHaveURL(/\/sign-in/);
  await expectGoodPage(page);
  await page.getByLabel("Tên đăng nhập").fill("chuyenvien");
  await page.getByLabel("Mật khẩu", { exact: true }).fill("sai mật khẩu");
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await expect(page.getByText(/không đúng/i)).toBeVisible();
  await expect(page.getByLabel("Tên đăng nhập")).toHaveValue("chuyenvien");
  await expectGoodPage(page);
  await page.getByLabel("Mật khẩu", { exact: true }).fill("Demo#2025");
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await expect(page).toHaveURL(/\/directives/);
});

async function aDraft(page: Awaited<ReturnType<typeof signedIn>>) {
  await page.goto("/directives/new");
  await page.getByRole("textbox", { name: "Nội dung văn bản" }).fill(seed);
  await page.getByRole("button", { name: "Phân tích văn bản" }).click();
  await page.getByRole("button", { name: "Lưu dự thảo" }).click();
  await page.waitForURL(/\/directives\/[0-9a-f-]{36}/);
  return page.url();
}
