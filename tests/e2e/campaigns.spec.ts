import { expect, test } from "@playwright/test";
import { expectGoodPage, signedIn } from "@/tests/support/pages";

/** A campaign from template to clone; runs on a desktop and on a 360 px phone. */
test("a campaign is made from a template, corrected, opened, seen by a commune and cloned", async ({
  browser,
  viewport,
}, info) => {
  test.setTimeout(900_000);
  const options = { viewport };
  const name = `Đợt Tết thử nghiệm ${info.project.name} ${Math.floor(Math.random() * 100_000)}`;

  const officer = await signedIn(browser, "chuyenvien", options);
  const address = await test.step("the officer has the dates of 2027 computed", async () => {
    await officer.goto("/campaigns/new");
    await expectGoodPage(officer);
    const form = officer.getByRole("form", { name: "Từ mẫu" });
    await form
      .getByLabel("Mẫu đợt cao điểm")
      .selectOption({ label: "Tết Dương lịch, Tết Nguyên đán và 3/2" });
    await form.getByLabel("Năm").fill("2027");
    await form.getByRole("button", { name: "Tính ngày" }).click();
    await officer.waitForURL(/template=/);
    const tet = officer.getByRole("group", { name: "Tết Nguyên đán Đinh Mùi" });
    await expect(tet.getByLabel("Ngày đầu")).toHaveValue("2027-02-05");
    await expect(tet.getByText("giao thừa (29 Chạp) - mùng 5 Tết")).toBeVisible();
    await expectGoodPage(officer);

    await officer.getByLabel("Tên đợt").fill(name);
    await tet.getByLabel("Ngày cuối").fill("2027-02-11");
    await expect(tet.getByText("giao thừa (29 Chạp) - mùng 6 Tết")).toBeVisible();
    await officer.getByRole("button", { name: "Lưu đợt cao điểm" }).click();
    await officer.waitForURL(/\/campaigns\/[0-9a-f-]{36}$/);
    await expectGoodPage(officer);
    return officer.url();
  });

  await test.step("corrects the window once more", async () => {
    await officer.getByRole("link", { name: "Sửa", exact: true }).click();
    await officer.waitForURL(/\/edit$/);
    await expectGoodPage(officer);
    await officer.getByLabel("Bắt đầu").fill("2026-12-20T07:00");
    await officer.getByRole("button", { name: "Lưu thay đổi" }).click();
    await officer.waitForURL(address);
    await expect(officer.getByText("07:00 20/12/2026")).toBeVisible();
  });

  await test.step("opens it and writes down a lesson", async () => {
    await officer.getByRole("button", { name: "Mở đợt" }).click();
    await officer.getByRole("dialog").getByRole("button", { name: "Mở đợt" }).click();
    await expect(officer.getByText("Đang diễn ra").first()).toBeVisible();
    await officer.getByLabel("Bài học mới").fill("Gọi các xã vùng xa trước.");
    await officer.getByRole("button", { name: "Ghi bài học" }).click();
    await expect(officer.getByText("Gọi các xã vùng xa trước.").first()).toBeVisible();
  });

  await test.step("a commune is told, and reads it in both calendars", async () => {
    const commune = await signedIn(browser, "xa-yenbinh", options);
    await expect(commune.getByText(name).first()).toBeVisible();
    await commune.goto(address);
    await expect(commune.getByRole("button", { name: "Kết thúc đợt" })).toHaveCount(0);
    await expectGoodPage(commune);
    await commune.goto("/campaigns/calendar?month=2027-02");
    await expectGoodPage(commune);
    const eve = commune.getByRole("cell", { name: /05\/02\/2027, âm lịch giao thừa \(29 Chạp\)/ });
    await expect(eve).toContainText("Tết Nguyên đán Đinh Mùi");
    await commune.getByRole("link", { name: "Tháng sau" }).click();
    await commune.waitForURL(/month=2027-03/);
    expect((await commune.goto(`${address}/edit`))?.status()).toBe(404);
  });

  await test.step("and it is cloned for 2028, on that year's lunar days", async () => {
    await officer.goto(`/campaigns/new?from=${address.split("/").at(-1)}&year=2028`);
    await expectGoodPage(officer);
    const tet = officer.getByRole("group", { name: "Tết Nguyên đán Mậu Thân" });
    await expect(tet.getByLabel("Ngày đầu")).toHaveValue("2028-01-25");
    await officer.getByRole("button", { name: "Lưu đợt cao điểm" }).click();
    await officer.waitForURL(/\/campaigns\/[0-9a-f-]{36}$/);
    await expect(officer.getByText("Gọi các xã vùng xa trước.").first()).toBeVisible();
    await expect(officer.getByRole("link", { name }).first()).toBeVisible();
  });
});
