import { expect, test } from "@playwright/test";
import { everyoneLeaves, expectGoodPage, signedIn } from "@/tests/support/pages";
import { freshDataDir, startApp } from "@/tests/support/running-app";

type App = Awaited<ReturnType<typeof startApp>>;
let app: App | undefined;

/** A copy of its own: its clock goes on until a risk has run out. */
test.afterAll(async ({ browser }) => {
  await everyoneLeaves(browser);
  await app?.stop();
});

const LETTER = `CỤC AN TOÀN THÔNG TIN
Số: 77/CATTT-NCSC
V/v cảnh báo khẩn lỗ hổng bị khai thác trước Tết
Hà Nội, ngày 20 tháng 01 năm 2025
CVE-2025-30001 trong MikroTik RouterOS, mức Nghiêm trọng, đang bị khai thác
CVE-2025-30002 trong Windows 10, mức Cao
CVE-2025-30003 trong Microsoft Office, mức Cao
CVE-2025-30004 trong Google Chrome, mức Cao
CVE-2025-30005 trong MikroTik RouterOS, mức Cao
Máy chủ điều khiển: 45.148.10[.]77, tên miền ban-va-gia[.]top`;

const SUBJECT = "cảnh báo khẩn lỗ hổng bị khai thác trước Tết";

test("a warning with five CVEs is sent, answered, accepted for a while and comes back", async ({
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

  await test.step("an officer pastes it, looks it through and sends it", async () => {
    await startAt("23T08:00");
    const officer = await asPerson("chuyenvien");
    await officer.goto("/advisories/new");
    await expectGoodPage(officer);
    await officer.getByLabel("Nội dung cảnh báo").fill(LETTER);
    await officer.getByRole("button", { name: "Đọc cảnh báo" }).click();
    await expect(officer.getByText("5 lỗ hổng, 2 dấu hiệu")).toBeVisible();
    await expectGoodPage(officer);
    await expect(officer.getByLabel("Số, ký hiệu")).toHaveValue("77/CATTT-NCSC");
    await expect(officer.getByLabel("Mã CVE").nth(4)).toHaveValue("CVE-2025-30005");
    await officer.getByLabel("Khai thác thực tế").first().selectOption("yes");
    await officer.getByLabel("Hạn trả lời").fill("2025-01-25T17:00");
    await officer.getByRole("button", { name: "Phát cảnh báo" }).click();
    await expect(
      officer.getByRole("heading", { level: 1, name: SUBJECT, exact: true }),
    ).toBeVisible();
    await expectGoodPage(officer);
  });

  await test.step("one unit answers with machines that must add up", async () => {
    const staff = await asPerson("xa-yenbinh-truc");
    await staff.goto("/locality");
    await staff
      .getByRole("link", { name: /77\/CATTT-NCSC/ })
      .first()
      .click();
    await expect(staff.getByText("Đơn vị có:")).toBeVisible();
    const form = staff.getByRole("form", { name: "Trả lời cảnh báo" });
    await form.getByLabel("Đã xử lý").check();
    await form.getByLabel("Máy đã kiểm tra").fill("15");
    await form.getByLabel("Bị ảnh hưởng").fill("12");
    await form.getByLabel("Đã vá").fill("13");
    await form.getByLabel("Giảm thiểu tạm").fill("0");
    await form.getByRole("button", { name: "Gửi trả lời" }).click();
    await expect(form.getByText("nhiều hơn 12 máy bị ảnh hưởng")).toBeVisible();
    await form.getByLabel("Đã vá").fill("12");
    await form.getByRole("button", { name: "Gửi trả lời" }).click();
    await expect(staff.getByText("12 đã vá, 0 giảm thiểu tạm, còn 0")).toBeVisible();
    await expectGoodPage(staff);
  });

  await test.step("the other's lead accepts the risk until a day", async () => {
    const lead = await asPerson("giaoduc");
    await lead.goto("/advisories");
    await lead
      .getByRole("link", { name: /77\/CATTT-NCSC/ })
      .first()
      .click();
    await lead.getByRole("button", { name: "Chấp nhận rủi ro", exact: true }).click();
    const form = lead.getByRole("form", { name: "Chấp nhận rủi ro" });
    await form.getByLabel("Đến").fill("2025-01-26T07:00");
    await form.getByLabel("Vì sao").fill("Chờ kỹ thuật viên, đã tách máy khỏi mạng");
    await form.getByRole("button", { name: "Chấp nhận rủi ro" }).click();
    await expect(lead.getByText("Chấp nhận rủi ro").first()).toBeVisible();
    await expect(form).toBeHidden();
  });

  await test.step("matrix and gate show both", async () => {
    const officer = await asPerson("chuyenvien");
    await officer.goto("/advisories/matrix?q=yen+binh");
    await expect(
      officer.getByRole("link", { name: "UBND xã Yên Bình: Đã xử lý" }).first(),
    ).toBeVisible();
    await expectGoodPage(officer);
    await officer.goto("/command");
    await expect(officer.getByRole("region", { name: "Cổng trước đợt cao điểm" })).toContainText(
      /chưa có ai chịu trách nhiệm/,
    );
    await officer.goto("/advisories/matrix?q=giao+duc");
    await expect(
      officer.getByRole("link", { name: /Giáo dục.*: Chấp nhận rủi ro/ }).first(),
    ).toBeVisible();
    await officer.goto("/advisories/gate");
    await expectGoodPage(officer);
  });

  await test.step("the day has passed: it is back by itself, and both are told", async () => {
    await startAt("26T07:03");
    const lead = await asPerson("giaoduc");
    await expect(async () => {
      await lead.goto("/advisories");
      await expect(lead.getByText("Trở lại: Hết hạn chấp nhận rủi ro.").first()).toBeVisible({
        timeout: 3_000,
      });
    }).toPass({ timeout: 120_000 });
    await expectGoodPage(lead);
    const officer = await asPerson("chuyenvien");
    await officer.goto("/advisories/matrix?q=giao+duc");
    await expect(
      officer.getByRole("link", { name: /Giáo dục.*: Đang xử lý, quá hạn/ }).first(),
    ).toBeVisible();
    await officer.goto("/command");
    await expect(officer.getByText(/Hết hạn chấp nhận rủi ro: Phòng GD&ĐT/).first()).toBeVisible();
  });

  await test.step("a unit sweeps, never more than it has", async () => {
    const lead = await asPerson("thitran");
    await lead.goto("/sweeps");
    await expectGoodPage(lead);
    await lead.getByRole("link", { name: /^Vòng 1/ }).click();
    const form = lead.getByRole("form", { name: "Kết quả rà soát" });
    await form.getByLabel("Máy chủ đã rà soát").fill("5");
    for (const name of [
      "Máy trạm đã rà soát",
      "Mã độc tìm thấy",
      "Mã độc đã gỡ",
      "Lỗ hổng tìm thấy",
      "Lỗ hổng đã khắc phục",
      "Lần săn lùng mối nguy hại",
    ]) {
      await form.getByLabel(name).fill("1");
    }
    await form.getByLabel("Ai rà soát").fill("Tổ công nghệ số");
    await form.getByRole("button", { name: "Gửi kết quả" }).click();
    await expect(form.getByText(/không rà soát nhiều hơn được/)).toBeVisible();
    await form.getByLabel("Máy chủ đã rà soát").fill("1");
    await form.getByRole("button", { name: "Gửi kết quả" }).click();
    await expect(lead.getByText(/^Đã gửi .*Tổ công nghệ số rà soát/)).toBeVisible();
    await expectGoodPage(lead);
  });
});
