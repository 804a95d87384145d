import { expect, type Page, test } from "@playwright/test";
import { everyoneLeaves, expectGoodPage, signedIn } from "@/tests/support/pages";
import { freshDataDir, startApp } from "@/tests/support/running-app";

/** A Friday in the morning; the demo's directive was issued six days before. */
const MORNING = "2025-01-10T09:00:00+07:00";
const FOUR_DAYS_LATER = "2025-01-14T18:00:00+07:00";

type App = Awaited<ReturnType<typeof startApp>>;
let app: App;

/** A copy of its own: its clock moves, and its directive is called back. */
test.afterAll(async ({ browser }) => {
  await everyoneLeaves(browser);
  await app?.stop();
});

test("more time, a missed daily report, a recall and a replacement", async ({
  browser,
  viewport,
}) => {
  test.setTimeout(900_000);
  const dataDir = freshDataDir();
  app = await startApp({ clock: MORNING, dataDir });
  const asPerson = (name: string) => signedIn(browser, name, { viewport, baseURL: app.url });

  const address = await test.step("the police ask for more time", async () => {
    const police = await asPerson("congan");
    await police.getByRole("link", { name: /^Báo cáo: Rà soát, khắc phục/ }).click();
    await police.waitForURL(/\/assignments\//);
    const page = new URL(police.url()).pathname.replace(/\/assignments.*/, "");
    await police.goto(page);
    await police.getByRole("button", { name: "Xin gia hạn" }).first().click();
    const dialog = police.getByRole("dialog");
    await dialog.getByLabel("Xin lùi tới").fill("2025-01-13T17:00");
    await dialog.getByLabel("Lý do").fill("Chờ thay ổ cứng của hai máy.");
    await dialog.getByRole("button", { name: "Xin gia hạn" }).click();
    await expect(police.getByText(/Đang xin gia hạn tới 17:00 13\/01\/2025/)).toBeVisible();
    await expectGoodPage(police);
    return page;
  });

  await test.step("the district grants it, and answers a school that gave the directive back", async () => {
    const officer = await asPerson("chuyenvien");
    await officer
      .getByRole("link", { name: /^Trả lời: .*xin gia hạn tới 17:00 13\/01\/2025/ })
      .click();
    await expectGoodPage(officer);
    await officer.getByRole("button", { name: "Đồng ý gia hạn" }).click();
    await expect(officer.getByText("Đã gia hạn").first()).toBeVisible();

    await officer.goto(address);
    await officer.getByLabel("Trả lời đơn vị").fill("Các trường vẫn thuộc phạm vi của huyện.");
    await officer.getByRole("button", { name: "Giao lại" }).click();
    await expect(officer.getByText("Giao lại", { exact: true }).first()).toBeVisible();
    await expectGoodPage(officer);
  });

  await test.step("four days later the police are late after all", async () => {
    await everyoneLeaves(browser);
    await app.pause();
    app = await startApp({ clock: FOUR_DAYS_LATER, dataDir });
    const police = await asPerson("congan");
    await police.getByRole("link", { name: /^Báo cáo: Rà soát, khắc phục/ }).click();
    await police.getByLabel("Nội dung báo cáo").fill("Đã rà soát 25/25 máy trạm.");
    await police.getByRole("button", { name: "Báo cáo kết quả" }).click();
    await expect(police.getByText("Trễ hạn").first()).toBeVisible();
  });

  await test.step("the telco is told of the daily reports it missed, and sends one late", async () => {
    const telco = await asPerson("vnpt");
    await expect(telco.getByText(/Thiếu \d báo cáo định kỳ/).first()).toBeVisible();
    await telco.getByRole("link", { name: /^Báo cáo: Báo cáo nhanh hằng ngày/ }).click();
    await expectGoodPage(telco);
    await telco
      .getByRole("button", { name: /^Không phát sinh, kỳ/ })
      .first()
      .click();
    await expect(telco.getByText(/1 muộn/)).toBeVisible();

    const officer = await asPerson("chuyenvien");
    await expect(officer.getByText(/Thiếu \d\/3 đơn vị/).first()).toBeVisible();
    await officer.goto(`${address}/periodic`);
    await expect(officer.getByRole("table", { name: /Báo cáo định kỳ/ })).toBeVisible();
    await expect(officer.getByText("Thiếu", { exact: true }).first()).toBeVisible();
    await expectGoodPage(officer);
  });

  const replacement = await test.step("the directive is replaced while half have begun", () =>
    replace(address, asPerson));

  await test.step("a commune that had begun answers the recall and finds its work again", async () => {
    const commune = await asPerson("xa-yenbinh");
    await expect(commune.getByText(/^Thu hồi văn bản số 12\/UBND-VH/).first()).toBeVisible();
    await commune.goto(address);
    await expect(commune.getByText(/^Đã thu hồi lúc/)).toBeVisible();
    await expectGoodPage(commune);
    await commune.getByRole("button", { name: "Đồng ý thu hồi" }).click();
    await expect(commune.getByText("Đã đồng ý thu hồi")).toBeVisible();

    await commune.goto(replacement);
    await commune.getByRole("link", { name: "Báo cáo kết quả nhiệm vụ 1" }).click();
    await expect(commune.getByText("Đã làm theo văn bản cũ")).toBeVisible();
    await expect(commune.getByText(/Đã phát thanh 6 buổi/)).toBeVisible();
    await expectGoodPage(commune);
  });

  await test.step("the district sees who has answered", async () => {
    const officer = await asPerson("chuyenvien");
    await officer.goto(`${address}/tracking?q=yen+binh`);
    await expect(officer.getByText("Đồng ý thu hồi").first()).toBeVisible();
    await officer.goto(`${address}/tracking?waiting=recall`);
    await expect(officer.getByText("Chờ trả lời thu hồi").first()).toBeVisible();
  });
});

/** The officer mends a copy of it, the leader signs; the old one is recalled by that. */
async function replace(address: string, asPerson: (name: string) => Promise<Page>) {
  const officer = await asPerson("chuyenvien");
  await officer.goto(address);
  await officer.getByRole("button", { name: "Soạn văn bản thay thế" }).click();
  const dialog = officer.getByRole("dialog");
  await dialog.getByRole("button", { name: "Soạn văn bản thay thế" }).click();
  await officer.waitForURL((url) => !url.pathname.startsWith(address));
  await officer.getByLabel("Trích yếu").fill("tăng cường phòng, chống lừa đảo, thay văn bản cũ");
  await officer.getByRole("button", { name: "Trình ký" }).click();
  await expect(officer.getByText("Chờ ký").first()).toBeVisible();
  const page = new URL(officer.url()).pathname;

  const leader = await asPerson("lanhdao");
  await leader.goto(page);
  await leader.getByLabel("Số văn bản").fill("77");
  await leader.getByLabel("Ngày ban hành").fill("2025-01-14");
  await leader.getByRole("button", { name: "Ký ban hành" }).click();
  await expect(leader.getByText("Đang thực hiện").first()).toBeVisible();
  await leader.goto(address);
  await expect(leader.getByText("Đã thu hồi", { exact: true }).first()).toBeVisible();
  return page;
}
