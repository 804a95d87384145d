import { expect, test } from "@playwright/test";
import { expectGoodPage, signedIn } from "@/tests/support/pages";
import { startApp } from "@/tests/support/running-app";

const plan = "tests/fixtures/reorganisation/huu-lung-2025-07-01.json";

let app: Awaited<ReturnType<typeof startApp>>;

/** A copy of its own: other stories need the communes that end here. */
test.beforeAll(async () => {
  test.setTimeout(900_000);
  app = await startApp();
});
test.afterAll(() => app.stop());

test("communes are merged in the middle of a directive, and taken apart again", async ({
  browser,
  viewport,
}) => {
  test.setTimeout(900_000);
  const options = { viewport, baseURL: app.url };

  const commune = await signedIn(browser, "xa-yenbinh", options);
  const owed = commune.getByRole("link", { name: /^Báo cáo: / });
  await expect(owed.first()).toBeVisible();
  const address = await test.step("a commune is half-way through a directive", async () => {
    await owed.first().click();
    await expect(commune.getByLabel("Nội dung báo cáo")).toBeVisible();
    await commune.getByLabel("Nội dung báo cáo").fill("Đã đổi mật khẩu 3 máy, còn 2 máy.");
    await commune.getByRole("button", { name: "Ghi tiến độ" }).click();
    await expect(commune.getByText("Đã đổi mật khẩu 3 máy").first()).toBeVisible();
    return new URL(commune.url()).pathname;
  });

  const administrator = await signedIn(browser, "quantri", options);
  await test.step("the administrator looks at the plan and applies it", async () => {
    await administrator.goto("/admin/reorganisation");
    await administrator.getByLabel("Tệp phương án").setInputFiles(plan);
    await administrator.getByRole("button", { name: "Xem trước" }).click();
    await expect(administrator.getByText("Phương án khớp, chưa áp dụng.")).toBeVisible();
    await expect(administrator.getByText(/23 đơn vị thôi hoạt động, 8 đơn vị mới/)).toBeVisible();
    await expectGoodPage(administrator);
    await administrator.getByRole("button", { name: "Áp dụng phương án" }).click();
    await expect(administrator.getByText("Đã áp dụng phương án.")).toBeVisible();
  });

  await test.step("one look back: undone, then applied again", async () => {
    await administrator.reload();
    await administrator.getByRole("button", { name: "Hoàn tác", exact: true }).click();
    await administrator.getByRole("button", { name: "Hoàn tác sắp xếp" }).click();
    await expect(administrator.getByText("Đã hoàn tác", { exact: true })).toBeVisible();
    await administrator.getByLabel("Tệp phương án").setInputFiles(plan);
    await administrator.getByRole("button", { name: "Xem trước" }).click();
    await administrator.getByRole("button", { name: "Áp dụng phương án" }).click();
    await expect(administrator.getByText("Đã áp dụng phương án.")).toBeVisible();
  });

  await test.step("the officer, still signed in, is told, and reports for the new commune", async () => {
    await commune.goto("/locality");
    await expect(commune.getByText(/Đơn vị của bạn được sắp xếp lại từ ngày/)).toBeVisible();
    await expectGoodPage(commune);
    await commune
      .getByRole("link", { name: /^Báo cáo: / })
      .first()
      .click();
    await expect(commune.getByLabel("Nội dung báo cáo")).toBeVisible();
    await expect(commune.getByText(/Việc do đơn vị cũ làm/)).toBeVisible();
    await expectGoodPage(commune);
    await commune.getByLabel("Nội dung báo cáo").fill("Xã mới đã làm xong toàn bộ.");
    await commune.getByRole("button", { name: "Báo cáo kết quả" }).click();
    await expect(commune.getByText("Xã mới đã làm xong toàn bộ.").first()).toBeVisible();
  });

  await test.step("what the old commune did is still read, and takes nothing more", async () => {
    await commune.goto(address);
    await expect(commune.getByText("Đã đổi mật khẩu 3 máy").first()).toBeVisible();
    await expect(commune.getByText(/Đã chuyển sang UBND xã Yên Bình/)).toBeVisible();
    await expect(commune.getByLabel("Nội dung báo cáo")).toHaveCount(0);
    await expectGoodPage(commune);
  });

  await test.step("now it cannot be undone, and it is said why", async () => {
    await administrator.reload();
    await administrator.getByRole("button", { name: "Hoàn tác", exact: true }).click();
    await administrator.getByRole("button", { name: "Hoàn tác sắp xếp" }).click();
    await expect(administrator.getByText(/Không hoàn tác được: .*Triệu Văn Sơn/)).toBeVisible();
  });
});
