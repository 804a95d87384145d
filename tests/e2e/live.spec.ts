import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { everyoneLeaves, expectGoodPage, signedIn } from "@/tests/support/pages";
import { freshDataDir, startApp } from "@/tests/support/running-app";

const dataDir = freshDataDir();
let app: Awaited<ReturnType<typeof startApp>> | undefined;

/** A copy of its own: its database is stopped under it. */
test.afterAll(async ({ browser }) => {
  await everyoneLeaves(browser);
  await app?.stop();
});

test("what one does is seen by the others at once, also past a database that was away", {
  tag: "@live",
}, async ({ browser, viewport }) => {
  test.setTimeout(600_000);
  app = await startApp({ clock: "2025-01-10T09:00:00+07:00", dataDir });
  const asPerson = (name: string) => signedIn(browser, name, { viewport, baseURL: app?.url });
  const officer = await asPerson("chuyenvien");
  const wall = await asPerson("tinh");
  const unit = await asPerson("mobifone");
  let directive = "";

  const onMatrix = (words: RegExp) => officer.getByText(words).first();
  const onWall = (words: RegExp) => wall.getByText(words).first();
  const figure = async (page: Page, words: RegExp) =>
    Number(words.exec((await page.getByText(words).first().textContent()) ?? "")?.[1]);

  await test.step("the district follows a directive, and the wall shows it", async () => {
    await officer.goto("/directives");
    const link = officer.getByRole("link", { name: /lừa đảo trên không gian mạng/ }).first();
    directive = (await link.getAttribute("href")) ?? "";
    await officer.goto("/command");
    await officer.getByRole("link", { name: "Màn hình lớn" }).click();
    await expect(officer).toHaveURL("/command/wall");
    await officer.goto(`${directive}/tracking`);

    await wall.goto("/command/wall");
    await expectGoodPage(wall);
    await wall.keyboard.press("Space");
    await expect(wall.getByRole("button", { name: "Chạy tiếp" })).toBeVisible();
    await wall.keyboard.press("ArrowRight");
    await expect(wall.getByRole("heading", { level: 1, name: "Thực hiện nhiệm vụ" })).toBeVisible();
    await wall.keyboard.press("ArrowRight");
    await expect(wall.getByRole("heading", { level: 1, name: "Tiến độ văn bản" })).toBeVisible();
    await expectGoodPage(wall);
    await Promise.all([officer, wall].map(mark));
  });

  await test.step("a unit acknowledges: both see it without being drawn by anybody", async () => {
    const before = await figure(wall, /^(\d+)\/\d+ đơn vị tiếp nhận/);
    await unit.goto(directive);
    await unit.getByLabel("Cán bộ đầu mối").fill("Lý Thị Mạng");
    await unit.getByLabel("Số điện thoại").fill("0913 456 789");
    await unit.getByRole("button", { name: "Tiếp nhận" }).click();
    await expect(onMatrix(new RegExp(`, ${before + 1} đã tiếp nhận`))).toBeVisible();
    await expect(onWall(new RegExp(`^${before + 1}/\\d+ đơn vị tiếp nhận`))).toBeVisible();
  });

  const written = "Đề nghị báo cáo trước 17 giờ.";
  await test.step("the officer begins to write, and the database goes away", async () => {
    await officer.getByLabel("Nội dung đôn đốc").fill(written);
    await unit
      .getByRole("link", { name: /^Báo cáo kết quả/ })
      .first()
      .click();
    await expect(unit.getByRole("button", { name: "Không phát sinh" })).toBeVisible();
    process.kill(mainProcess(), "SIGINT");
  });

  await test.step("what is done meanwhile is missing nowhere, nor is what was being written", async () => {
    const onBoth = await figure(officer, /, (\d+)\/\d+ nhiệm vụ đã báo cáo/);
    const before = await figure(wall, /^Đã báo cáo (\d+)$/);
    // At once, before whoever listens has come back.
    await expect
      .poll(() => unit.request.get("/api/health").then((answer) => answer.ok()))
      .toBe(true);
    await unit.getByRole("button", { name: "Không phát sinh" }).click();
    await expect(unit.getByText("Chưa có báo cáo nào")).toBeHidden();
    await expect(onWall(new RegExp(`^Đã báo cáo ${before + 1}$`))).toBeVisible();
    await expect(officer.getByText("Có thay đổi mới")).toBeVisible();
    await expect(officer.getByLabel("Nội dung đôn đốc")).toHaveValue(written);
    await officer.getByRole("button", { name: "Cập nhật", exact: true }).click();
    await expect(onMatrix(new RegExp(`, ${onBoth + 1}/\\d+ nhiệm vụ đã báo cáo`))).toBeVisible();
    await expect(officer.getByLabel("Nội dung đôn đốc")).toHaveValue(written);
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
    const answer = await unit.goto("/command/wall");
    expect(answer?.status()).toBe(404);
  });
});

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
