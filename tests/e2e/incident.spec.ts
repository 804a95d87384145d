import { expect, type Page, test } from "@playwright/test";
import { expectGoodPage, signedIn } from "../support/pages";

/** What the story of this screen calls its case, so that both screens tell their own. */
const markOf = (project: string) => `${project}-${Date.now().toString(36)}`;

async function reportRansomware(page: Page, place: string) {
  await page.goto("/locality");
  const started = Date.now();
  await page.getByRole("main").getByRole("link", { name: "Báo cáo sự cố" }).first().click();
  await page.getByRole("radio", { name: /^Tệp bị khóa/ }).check();
  await page.getByLabel("2. Ở đâu?").fill(place);
  await page.getByRole("button", { name: "Gửi báo cáo sự cố" }).click();
  await page.waitForURL(/\/incidents\/[0-9a-f-]{36}$/);
  return { url: new URL(page.url()).pathname, took: Date.now() - started };
}

test("a commune tells of locked files in under a minute, and is told what to do and whom to call", async ({
  browser,
  viewport,
}, info) => {
  const place = `Máy chủ tệp ${markOf(info.project.name)}`;
  const staff = await signedIn(browser, "xa-yenbinh-truc", { viewport });
  await staff.goto("/incidents/new");
  await expectGoodPage(staff);
  await expect(staff.getByRole("link", { name: /^Gọi Công an huyện/ })).toHaveAttribute(
    "href",
    /^tel:\d+/,
  );

  // Nothing typed is lost when something is missing, and a time to come is refused in words.
  await staff.getByLabel("2. Ở đâu?").fill(place);
  await staff.getByRole("button", { name: "Gửi báo cáo sự cố" }).click();
  await expect(staff.getByText("Chọn điều đang thấy.")).toBeVisible();
  await expect(staff.getByLabel("2. Ở đâu?")).toHaveValue(place);
  await staff.getByRole("radio", { name: /^Tệp bị khóa/ }).check();
  await staff.getByLabel("3. Từ lúc nào?").fill("2099-01-01T00:00");
  await staff.getByRole("button", { name: "Gửi báo cáo sự cố" }).click();
  await expect(staff.getByText(/giờ đó chưa tới/)).toBeVisible();

  const { took, url } = await reportRansomware(staff, place);
  expect(took, "one radio, one field, one press").toBeLessThan(60_000);
  await expect(
    staff.getByText("Không tắt máy, không trả tiền chuộc, không cài lại."),
  ).toBeVisible();
  await staff.getByRole("button", { name: /^Đã làm ?: Rút dây mạng/ }).click();
  await expect(staff.getByText(/^\d\d:\d\d · Lương Thị Hoa$/).first()).toBeVisible();
  await expect(staff.getByRole("button", { name: /^Đã làm ?: Rút dây mạng/ })).toBeHidden();
  await expectGoodPage(staff);

  const stranger = await signedIn(browser, "vnpt", { viewport });
  expect((await stranger.goto(url))?.status()).toBe(404);
  await stranger.goto("/incidents?show=all");
  await expect(stranger.getByText(place)).toBeHidden();
  await expectGoodPage(stranger);
});

test("the police takes a case, works it, finds the same sign elsewhere and warns; the district sees the figures", async ({
  browser,
  viewport,
}, info) => {
  const mark = markOf(info.project.name);
  const staff = await signedIn(browser, "xa-yenbinh-truc", { viewport });
  const { url } = await reportRansomware(staff, `Máy văn thư ${mark}`);

  const police = await signedIn(browser, "congan", { viewport });
  await police.goto("/incidents");
  await expectGoodPage(police);
  await police.goto(url);
  const taking = police.getByRole("button", { name: "Tiếp nhận sự cố" });
  await taking.click();
  await expect(taking).toBeHidden();
  const verify = police.getByRole("button", { name: "Xác minh là sự cố" });
  await verify.click();
  await expect(verify).toBeHidden();

  await police.getByRole("button", { name: "Thêm dấu hiệu" }).click();
  const dialog = police.getByRole("dialog");
  await dialog.getByLabel("Dấu hiệu, mỗi dòng một cái").fill("<b>");
  await dialog.getByRole("button", { name: "Thêm dấu hiệu" }).click();
  await expect(dialog.getByText(/Không đọc được dấu hiệu/)).toBeVisible();
  await dialog
    .getByLabel("Dấu hiệu, mỗi dòng một cái")
    .fill(`hxxps://vietcombank-tet2025[.]com/${mark}`);
  await dialog.getByRole("button", { name: "Thêm dấu hiệu" }).click();
  await expect(dialog).toBeHidden();
  await expect(police.getByText(`hxxps://vietcombank-tet2025[.]com/${mark}`).first()).toBeVisible();
  await expect(police.getByText(/^SC-\d{4}-\d{4} của UBND thị trấn Hữu Lũng$/)).toBeVisible();

  await police.getByRole("button", { name: "Cảnh báo các đơn vị" }).click();
  await dialog.getByLabel("Điều phải biết, phải làm").fill(`Chặn tên miền giả ngân hàng ${mark}.`);
  await dialog.getByLabel("VNPT", { exact: true }).check();
  await dialog.getByRole("button", { name: "Gửi cảnh báo" }).click();
  await expect(dialog).toBeHidden();
  await expect(police.getByText("Đã cảnh báo 1 đơn vị, 0 đã xác nhận")).toBeVisible();

  const first = police.getByRole("button", { name: /^Xong ?: Gọi lại người báo/ });
  await first.click();
  await expect(first).toBeHidden();
  await expectGoodPage(police);

  await staff.goto(url);
  await staff.getByRole("button", { name: "Vượt khả năng" }).click();
  await staff.getByLabel("Vì sao, cần giúp gì").fill("Xã không có cán bộ kỹ thuật.");
  await staff.getByRole("dialog").getByRole("button", { name: "Vượt khả năng" }).click();
  await expect(staff.getByText(/^Vượt khả năng, báo lúc/)).toBeVisible();
  await expect(staff.getByText("Báo cáo ban đầu (Mẫu 03)").first()).toBeVisible();

  const telco = await signedIn(browser, "vnpt", { viewport });
  await telco.goto("/telecom");
  const item = telco.getByRole("listitem").filter({ hasText: mark });
  await item.getByLabel("Đã rà soát, kết quả").fill("Đã chặn trên hệ thống.");
  await item.getByRole("button", { name: "Đã nhận cảnh báo" }).click();
  await expect(item.getByRole("button", { name: "Đã nhận cảnh báo" })).toBeHidden();
  expect((await telco.goto(url))?.status()).toBe(404);

  const officer = await signedIn(browser, "chuyenvien", { viewport });
  await officer.goto("/incidents/figures");
  await expect(
    officer.getByRole("row", { name: /Mã hóa phần mềm, dữ liệu, thiết bị/ }),
  ).toBeVisible();
  await expectGoodPage(officer);
  await officer.goto("/incidents?view=board");
  await expectGoodPage(officer);
  await officer.goto("/command");
  await expect(officer.getByRole("region", { name: "Sự cố" })).toContainText("Đang xử lý");
});

test("a drill is plainly one, and is scored", async ({ browser, viewport }, info) => {
  const name = `Diễn tập ${markOf(info.project.name)}`;
  const officer = await signedIn(browser, "chuyenvien", { viewport });
  await officer.goto("/incidents/drills");
  await expectGoodPage(officer);
  await officer.getByRole("button", { name: "Lập cuộc diễn tập" }).click();
  await officer.getByLabel("Tên cuộc diễn tập").fill(name);
  await officer.getByRole("button", { name: "Soạn kịch bản" }).click();
  await officer.waitForURL(/\/incidents\/drills\/[0-9a-f-]{36}$/);
  const drill = new URL(officer.url()).pathname;
  await officer.getByRole("button", { name: "Thêm tình huống" }).click();
  const dialog = officer.getByRole("dialog");
  await dialog.getByLabel("Đơn vị nhìn thấy gì").fill(`Năm máy không mở được tệp. ${name}`);
  await dialog.getByLabel("Thị trấn Hữu Lũng").check();
  await dialog.getByRole("button", { name: "Thêm vào kịch bản" }).click();
  await expect(dialog).toBeHidden();
  await officer.getByRole("button", { name: "Bắt đầu", exact: true }).click();
  await officer.getByRole("button", { name: "Bắt đầu diễn tập" }).click();
  await expect(officer.getByText("Đang diễn ra")).toBeVisible();

  const unit = await signedIn(browser, "thitran", { viewport });
  await unit.goto(drill);
  await expectGoodPage(unit);
  await unit.getByRole("link", { name: "Báo cáo sự cố" }).first().click();
  await expect(unit.getByText(/Không phải sự cố thật/).first()).toBeVisible();
  await unit.getByLabel("2. Ở đâu?").fill("Bộ phận một cửa");
  await unit.getByRole("button", { name: "Gửi báo cáo sự cố" }).click();
  await unit.waitForURL(/\/incidents\/[0-9a-f-]{36}$/);
  await expect(unit.getByText(/^DT-\d{4}-\d{4}$/)).toBeVisible();
  await expect(unit.getByText(`DIỄN TẬP · ${name}`).first()).toBeVisible();
  const url = new URL(unit.url()).pathname;
  await unit.goto("/incidents?show=all");
  await expect(unit.locator(`a[href="${url}"]`)).toHaveCount(0);

  await officer.goto(drill);
  await officer.getByRole("button", { name: "Kết thúc", exact: true }).click();
  await officer.getByRole("button", { name: "Kết thúc diễn tập" }).click();
  await expect(officer.getByText(/^\d+\/100 · /)).toBeVisible();
  await expectGoodPage(officer);
});

test("the administrator keeps the law as rows with their source", async ({ browser, viewport }) => {
  const administrator = await signedIn(browser, "quantri", { viewport });
  await administrator.goto("/admin/incident-rules");
  await expectGoodPage(administrator);
  await expect(administrator.getByText("NĐ 331/2026/NĐ-CP").first()).toBeVisible();
  await administrator.getByRole("button", { name: /^Sửa ?: Thông báo sự cố, 5 ngày/ }).click();
  const dialog = administrator.getByRole("dialog");
  await dialog.getByLabel("Căn cứ", { exact: true }).fill("");
  await dialog.getByRole("button", { name: "Lưu quy tắc" }).click();
  await expect(dialog.getByText("Ghi căn cứ của quy tắc.")).toBeVisible();
  await expectGoodPage(administrator);
});
