import { expect, type Page, test } from "@playwright/test";
import { everyoneLeaves, expectGoodPage, signedIn } from "@/tests/support/pages";
import { freshDataDir, startApp } from "@/tests/support/running-app";

type App = Awaited<ReturnType<typeof startApp>>;
let app: App | undefined;

/** A copy of its own: its clock goes on while nobody takes a shift. */
test.afterAll(async ({ browser }) => {
  await everyoneLeaves(browser);
  await app?.stop();
});

/** Yên Bình's shift from seven in the morning is Hoa's; its lead is the leader on duty as well. */
const MISSED = /^Chưa nhận ca: Lương Thị Hoa/;

test("a shift that nobody takes climbs from the person to the district", async ({
  browser,
  viewport,
}) => {
  test.setTimeout(900_000);
  const dataDir = freshDataDir();
  const startAt = async (time: string) => {
    await everyoneLeaves(browser);
    await app?.pause();
    app = await startApp({ clock: `2025-01-${time}:00+07:00`, dataDir });
  };
  const asPerson = (name: string) => signedIn(browser, name, { viewport, baseURL: app?.url });
  const yenBinh = (page: Page) => page.getByRole("row", { name: /UBND xã Yên Bình/ });

  await test.step("the evening before, the district sees the night covered", async () => {
    await startAt("27T18:40");
    const officer = await asPerson("chuyenvien");
    await officer.goto("/duty/now");
    await expect(yenBinh(officer)).toContainText("Đã nhận ca");
    await officer.goto("/duty/coverage");
    await expect(officer.getByRole("region", { name: "Số liệu trực 24/7" })).toBeVisible();
    await expect(officer.getByRole("row", { name: /UBND thị trấn Hữu Lũng/ })).toContainText(
      /Thiếu .*giờ/,
    );
    await expectGoodPage(officer);
  });

  const log =
    await test.step("a quarter of an hour late the person is told, and the district's pages flag it", async () => {
      await startAt("28T07:16");
      const person = await asPerson("xa-yenbinh-truc");
      await expect(person.getByText(MISSED).first()).toBeVisible();
      const officer = await asPerson("chuyenvien");
      await expect(officer.getByText(MISSED)).toHaveCount(0);
      await officer.getByRole("link", { name: /^Chưa nhận ca: \d+/ }).click();
      await expect(yenBinh(officer)).toContainText("Chưa nhận ca");
      await expectGoodPage(officer);
      await yenBinh(officer).getByRole("link", { name: "Lương Thị Hoa: mở sổ trực" }).click();
      await expect(officer.getByText("Chưa khắc phục; đã báo người trực.")).toBeVisible();
      return new URL(officer.url()).pathname;
    });

  await test.step("ten minutes on the leader on duty is told, then the unit's lead", async () => {
    await startAt("28T07:27");
    const lead = await asPerson("xa-yenbinh");
    await expect(lead.getByText(MISSED).first()).toBeVisible();
    await lead.goto(log);
    await expect(lead.getByText("Chưa khắc phục; đã báo lãnh đạo trực.")).toBeVisible();
    await startAt("28T07:38");
    const same = await asPerson("xa-yenbinh");
    await same.goto(log);
    await expect(same.getByText("Chưa khắc phục; đã báo lãnh đạo đơn vị.")).toBeVisible();
  });

  await test.step("half an hour late it is before the district, with the phone to ring", async () => {
    await startAt("28T07:49");
    const officer = await asPerson("chuyenvien");
    await expect(officer.getByText("Trực lúc này còn thiếu")).toBeVisible();
    // Other units' alarms of this morning may stand before it.
    const more = officer.getByText(/^\d+ thông báo khác$/);
    if (await more.isVisible()) await more.click();
    await expect(officer.getByText(MISSED).first()).toBeVisible();
    await expectGoodPage(officer);
    await officer.goto(log);
    await expect(officer.getByText("Chưa khắc phục; đã báo trực ban huyện.")).toBeVisible();
  });

  await test.step("the shift is taken: nobody is called any more, the lateness stays", async () => {
    const person = await asPerson("xa-yenbinh-truc");
    await person.goto("/duty");
    await person
      .getByRole("button", { name: /^Nhận ca/ })
      .first()
      .click();
    await expect(person.getByRole("button", { name: "Ghi sổ trực" }).first()).toBeVisible();
    const officer = await asPerson("chuyenvien");
    await officer.goto("/duty/now?q=yen+binh");
    await expect(yenBinh(officer)).toContainText("Đã nhận ca");
    await officer.goto("/duty/coverage?q=yen+binh");
    await expect(yenBinh(officer)).toContainText(/Không nhận ca/);
  });
});
