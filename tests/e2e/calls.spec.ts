import { expect, type Page, test } from "@playwright/test";
import { expectGoodPage, signedIn } from "@/tests/support/pages";

/** The demo's running directive, where communes are silent. */
async function openCalls(page: Page) {
  await page.goto("/directives?state=issued");
  await page
    .getByRole("link", { name: /lừa đảo trên không gian mạng/i })
    .first()
    .click();
  await page.getByRole("tab", { name: "Gọi điện" }).click();
  await expect(page).toHaveURL(/\/calls$/);
  return page.url();
}

test("two officers do not call the same commune", async ({ browser, viewport }) => {
  test.setTimeout(900_000);
  const options = { viewport };
  const officer = await signedIn(browser, "chuyenvien", options);
  const leader = await signedIn(browser, "lanhdao", options);
  const list = await openCalls(officer);
  await leader.goto(list);
  await expectGoodPage(officer);

  // Desktop and phone tell this story at the same time: each takes a commune of its own.
  const free = officer.getByRole("button", { name: /^Đã gọi UBND xã/ });
  const chosen = (viewport?.width ?? 0) < 1000 ? free.last() : free.first();
  const button = (await chosen.getAttribute("aria-label")) ?? "";
  const commune = button.replace("Đã gọi ", "");
  const rowOf = (page: Page) =>
    page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: commune }) });

  await test.step("the first notes the call in one tap", async () => {
    await officer.getByRole("button", { name: button }).click();
    await expect(rowOf(officer).getByRole("status")).toContainText(
      /Nguyễn Thị Thu Hà đã gọi lúc \d\d:\d\d/,
    );
    await expect(officer.getByRole("button", { name: button })).toHaveCount(0);
  });

  await test.step("the second, whose page is older, is told who called and when", async () => {
    const tap = leader.getByRole("button", { name: button });
    // The page may learn of it by itself before the tap: then there is nothing left to press.
    await Promise.race([tap.click(), tap.waitFor({ state: "detached" })]);
    await expect(rowOf(leader)).toContainText(/Nguyễn Thị Thu Hà đã gọi lúc \d\d:\d\d/);
    await leader.reload();
    await expect(leader.getByRole("button", { name: button })).toHaveCount(0);
    await expect(rowOf(leader).getByRole("button", { name: "Gọi lại" })).toBeVisible();
  });

  await test.step("the first writes down what it came to", async () => {
    await rowOf(officer).getByLabel("Ghi chú").fill("Hứa báo cáo trước 16 giờ.");
    await rowOf(officer).getByRole("button", { name: "Đã gặp" }).click();
    await expect(rowOf(officer).getByRole("status")).toContainText("Hứa báo cáo trước 16 giờ.");
    await expectGoodPage(officer);
  });

  await test.step("the second asks to call again, sees the sentence and thinks better of it", async () => {
    await rowOf(leader).getByRole("button", { name: "Gọi lại" }).click();
    const question = leader.getByRole("alertdialog");
    await expect(question).toContainText(/Nguyễn Thị Thu Hà đã gọi lúc/);
    await question.getByRole("button", { name: "Để sau" }).click();
  });

  await test.step("reminders by rule, by hand and the call stand in one history", async () => {
    await leader.getByRole("link", { name: commune, exact: true }).click();
    await expect(leader.getByRole("heading", { level: 1, name: commune })).toBeVisible();
    await expect(leader.getByText("Gọi điện: đã gặp")).toBeVisible();
    await expect(leader.getByText("Nhắc tự động").first()).toBeVisible();
    await expect(leader.getByText("Đôn đốc").first()).toBeVisible();
    await expectGoodPage(leader);
  });

  await test.step("the list is on paper and in a workbook", async () => {
    await officer.goto(`${list}/print?waiting=acknowledgement`);
    await expect(officer.getByRole("table").first()).toContainText("UBND xã");
    await expectGoodPage(officer);
    const path = new URL(list).pathname;
    const answer = await officer.request.get(`/api${path}?waiting=acknowledgement`);
    expect(answer.status()).toBe(200);
    expect(answer.headers()["content-type"]).toContain("spreadsheetml");
  });

  await test.step("the officer reads the ladder, the administrator can change it", async () => {
    await officer.goto("/admin/ladders");
    await expect(officer.getByRole("heading", { name: /Nhắc thường/ })).toBeVisible();
    await expect(officer.getByRole("button", { name: /Sửa|Thêm/ })).toHaveCount(0);
    await expectGoodPage(officer);
    const administrator = await signedIn(browser, "quantri", options);
    await administrator.goto("/admin/ladders");
    await administrator
      .getByRole("button", { name: /^Sửa bậc/ })
      .first()
      .click();
    await expect(administrator.getByRole("dialog").getByLabel("Khi nào")).toBeVisible();
    await expectGoodPage(administrator);
  });

  await test.step("a commune and the province cannot call; the commune sees nothing of it", async () => {
    const observer = await signedIn(browser, "tinh", options);
    await observer.goto(list);
    await expect(rowOf(observer)).toContainText("đã gọi lúc");
    await expect(observer.getByRole("button", { name: /^Đã gọi/ })).toHaveCount(0);
    const unit = await signedIn(browser, "xa-yenbinh", options);
    expect((await unit.goto(list))?.status()).toBe(404);
    expect((await unit.request.get(`/api${new URL(list).pathname}`)).status()).toBe(404);
  });
});
