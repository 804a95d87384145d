import { expect, type Page, test } from "@playwright/test";
import { expectGoodPage, signedIn } from "../support/pages";

const cellOf = (page: Page, measure: string) =>
  page.getByRole("link", { name: new RegExp(`^${measure}, (UBND )?xã`, "i") });

/** `10 chưa đạt, 0 có nguy cơ, …` of the communes for one measure, as the matrix says it. */
const failedIn = async (page: Page, measure: string) => {
  const name = (await cellOf(page, measure).getAttribute("aria-label")) ?? "";
  return Number(/: (\d+) chưa đạt/.exec(name)?.[1]);
};

test("what a commune does changes the district's picture, down to the rows and back a day", {
  tag: "@live",
}, async ({ browser }) => {
  const leader = await signedIn(browser, "lanhdao");
  await leader.goto("/command");
  await expect(leader.getByRole("heading", { name: "Cần quyết định ngay" })).toBeVisible();
  await expectGoodPage(leader);

  await test.step("from a cell to the units, worst first, to the rows behind a figure", async () => {
    await cellOf(leader, "Tiếp nhận văn bản").click();
    await expect(leader.getByRole("heading", { level: 1 })).toHaveText("Tiếp nhận văn bản");
    await expectGoodPage(leader);
    const first = leader.getByRole("table").getByRole("row").nth(1);
    await expect(first).toContainText("Chưa đạt");
    await leader.getByRole("searchbox", { name: "Tìm đơn vị" }).fill("yên bình");
    await leader.keyboard.press("Enter");
    await leader.getByRole("link", { name: "UBND xã Yên Bình", exact: true }).click();
    await expect(leader.getByRole("heading", { level: 1 })).toHaveText("UBND xã Yên Bình");
    await expect(leader.getByRole("table").getByRole("row").nth(1)).toContainText("Xong");
    await expectGoodPage(leader);
    await leader.getByRole("link", { name: "Mọi nghĩa vụ của đơn vị này" }).click();
    await expect(leader.getByRole("link", { name: "Tuyên truyền" }).last()).toBeVisible();
    await expectGoodPage(leader);
  });

  await test.step("the agency does its awareness work; the picture knows at once", async () => {
    await leader.goto("/command");
    const agency = leader.getByRole("link", { name: /^Tuyên truyền, Cơ quan/ });
    await expect(agency).toHaveAccessibleName(/1 chưa đạt/);
    const school = await signedIn(browser, "giaoduc");
    await school.goto("/awareness/new");
    await school.getByRole("radio", { name: "Loa truyền thanh" }).check();
    await school.getByLabel("Nội dung").fill("Giả danh công an gọi điện");
    await school.getByLabel("Lượt người dân").fill("240");
    await school.getByRole("button", { name: "Lưu hoạt động" }).click();
    await expect(school.getByRole("heading", { name: "Giả danh công an gọi điện" })).toBeVisible();
    await leader.reload();
    await expect(agency).toHaveAccessibleName(/0 chưa đạt, 0 có nguy cơ, 1 đạt/);
  });

  await test.step("the tracker sees it by obligation and unit, the unit sees its own", async () => {
    await leader
      .getByRole("link", { name: /^Tăng cường phòng, chống lừa đảo/ })
      .first()
      .click();
    await expect(
      leader.getByRole("heading", { name: "Mức thực hiện từng nghĩa vụ" }),
    ).toBeVisible();
    await expect(leader.getByText("Đo được").first()).toBeVisible();
    await expectGoodPage(leader);
    const cell = leader.getByRole("link", { name: /^UBND xã Yên Bình, / }).last();
    const address = (await cell.getAttribute("href")) ?? "";
    const commune = await signedIn(browser, "xa-yenbinh");
    await commune.goto(address);
    await expect(commune.getByText(/^Đo từ việc đang làm, không phải khai/)).toBeVisible();
    await expect(commune.getByText(/^Đã kiểm tra \d+\/\d+ máy/)).toBeVisible();
    await expectGoodPage(commune);
    const stranger = await signedIn(browser, "vnpt");
    expect((await stranger.goto(address))?.status()).toBe(404);
  });

  await test.step("the days go back and forth, by links and by arrow keys", async () => {
    await leader.goto("/command");
    const today = await failedIn(leader, "Tuyên truyền");
    await leader.getByRole("link", { name: "Ngày trước" }).click();
    await expect(leader).toHaveURL(/ngay=\d{4}-\d{2}-\d{2}/);
    await expect(leader.getByText("Đang xem lại cuối ngày")).toBeVisible();
    await expectGoodPage(leader);
    const yesterday = leader.url();
    // What was counted that day leads to the rows of that day.
    const tile = leader.getByRole("link", { name: /^Không có người trực/ });
    const told = (await tile.textContent()) ?? "";
    await tile.click();
    await expect(leader).toHaveURL(/\/command\/figures\/duty\?.*ngay=/);
    const note = await leader.getByText(/^Khi đó đo được \d+\./).textContent();
    const counted = Number(/\d+/.exec(note ?? "")?.[0]);
    expect(told).toContain(`Không có người trực${counted}`);
    await expect(leader.getByRole("row")).toHaveCount(Math.min(counted, 50) + 1);
    await expectGoodPage(leader);
    await leader.goto(yesterday);
    await leader.keyboard.press("ArrowLeft");
    await expect(leader).not.toHaveURL(yesterday);
    await expect(cellOf(leader, "Tuyên truyền")).toHaveAccessibleName(/0 chưa đạt/);
    expect(today).toBeGreaterThan(0);
    await leader.getByRole("link", { name: "Về hiện tại" }).first().click();
    await expect(leader.getByRole("heading", { name: "Cần quyết định ngay" })).toBeVisible();
  });

  await test.step("a unit may not look at the picture", async () => {
    const unit = await signedIn(browser, "giaoduc");
    for (const path of ["/command", "/command/obligations/all"]) {
      expect((await unit.goto(path))?.status(), path).toBe(404);
    }
  });
});
