import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { expectGoodPage, signedIn } from "@/tests/support/pages";
import { freshDataDir, startApp } from "@/tests/support/running-app";

const dataDir = freshDataDir();
let app: Awaited<ReturnType<typeof startApp>> | undefined;

/** A copy of its own: its database is stopped under it. */
test.afterAll(() => app?.stop());

test("what one does is seen by the others at once, also past a database that was away", async ({
  browser,
  viewport,
}) => {
  test.setTimeout(600_000);
  app = await startApp({ clock: "2025-01-08T08:15:00+07:00", dataDir });
  const asPerson = (name: string) => signedIn(browser, name, { viewport, baseURL: app?.url });
  const officer = await asPerson("chuyenvien");
  const wall = await asPerson("tinh");
  let directive = "";
  let acknowledged = 0;

  const seen = async () => {
    await expect(
      officer.getByText(new RegExp(`đơn vị đã xem, ${acknowledged} đã tiếp nhận`)),
    ).toBeVisible();
    await expect(
      wall.getByText(new RegExp(`^${acknowledged}/\\d+ đơn vị tiếp nhận`)),
    ).toBeVisible();
  };

  await test.step("the district follows a directive, and the wall shows it", async () => {
    await officer.goto("/command");
    await expect(officer.getByRole("link", { name: "Màn hình lớn" })).toBeVisible();
    await officer.goto("/directives");
    await officer
      .getByRole("link", { name: /lừa đảo trên không gian mạng/ })
      .first()
      .click();
    await expect(officer).toHaveURL(/\/directives\/[0-9a-f-]{36}/);
    directive = new URL(officer.url()).pathname;
    await officer.goto(`${directive}/tracking`);

    await wall.goto("/command/wall");
    await expectGoodPage(wall);
    await wall.keyboard.press("Space");
    await expect(wall.getByRole("button", { name: "Chạy tiếp" })).toBeVisible();
    await wall.keyboard.press("ArrowRight");
    await expect(wall.getByRole("heading", { level: 1, name: "Tiến độ văn bản" })).toBeVisible();
    await expectGoodPage(wall);
    const words = await wall
      .getByText(/^\d+\/\d+ đơn vị tiếp nhận/)
      .first()
      .textContent();
    acknowledged = Number.parseInt(words ?? "", 10);
    await seen();
    await Promise.all([officer, wall].map(mark));
  });

  await test.step("a unit acknowledges: both see it without being drawn by anybody", async () => {
    const unit = await asPerson("giaoduc");
    await acknowledge(unit, directive);
    acknowledged += 1;
    await seen();
  });

  await test.step("what the officer has begun to write waits with the news", async () => {
    await officer.getByLabel("Nội dung đôn đốc").fill("Đề nghị báo cáo trước 17 giờ.");
  });

  const telco = await test.step("the database goes away and comes back", async () => {
    const unit = await asPerson("mobifone");
    await unit.goto(directive);
    await unit.getByLabel("Cán bộ đầu mối").fill("Lý Thị Mạng");
    await unit.getByLabel("Số điện thoại").fill("0913 456 789");
    process.kill(mainProcess(), "SIGINT");
    return unit;
  });

  await test.step("what was done meanwhile is missing nowhere", async () => {
    // Refused while the database is away; what was typed is there to be sent again.
    await expect(async () => {
      await telco.getByRole("button", { name: "Tiếp nhận" }).click({ timeout: 2_000 });
      await expect(telco.getByRole("link", { name: /^Báo cáo kết quả/ }).first()).toBeVisible({
        timeout: 2_000,
      });
    }).toPass();
    await expect(
      wall.getByText(new RegExp(`^${acknowledged + 1}/\\d+ đơn vị tiếp nhận`)),
    ).toBeVisible();
    await expect(officer.getByText("Có thay đổi mới")).toBeVisible();
    await expect(officer.getByLabel("Nội dung đôn đốc")).toHaveValue(
      "Đề nghị báo cáo trước 17 giờ.",
    );
    await officer.getByRole("button", { name: "Cập nhật", exact: true }).click();
    acknowledged += 1;
    await seen();
    await expect(officer.getByLabel("Nội dung đôn đốc")).toHaveValue(
      "Đề nghị báo cáo trước 17 giờ.",
    );
    for (const page of [officer, wall]) expect(await isMarked(page)).toBe(true);
  });

  await test.step("the wall tells when it is cut off, and of what time its figures are", async () => {
    await wall.context().setOffline(true);
    await expect(wall.getByRole("status")).toHaveText(/Mất kết nối.*Dữ liệu lúc \d{2}:\d{2}/);
    await wall.context().setOffline(false);
    await expect(wall.getByRole("status")).toHaveText(/^Dữ liệu lúc/);
    expect(await isMarked(wall)).toBe(true);
  });

  await test.step("a unit has no wall", async () => {
    const answer = await telco.goto("/command/wall");
    expect(answer?.status()).toBe(404);
  });
});

async function acknowledge(page: Page, directive: string) {
  await page.goto(directive);
  await page.getByLabel("Cán bộ đầu mối").fill("Vi Thị Đầu Mối");
  await page.getByLabel("Số điện thoại").fill("0912 345 678");
  await page.getByRole("button", { name: "Tiếp nhận" }).click();
  await expect(page.getByText("Vi Thị Đầu Mối").first()).toBeVisible();
}

/** The server's own note of its main process; whoever started it starts it again. */
const mainProcess = () =>
  Number(readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);

/** Gone as soon as the page is loaded anew. */
const mark = (page: Page) =>
  page.evaluate(() => {
    document.documentElement.dataset.marked = "yes";
  });
const isMarked = (page: Page) =>
  page.evaluate(() => document.documentElement.dataset.marked === "yes");
