import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { expectGoodPage, signedIn } from "../support/pages";

/** So many rows with wrong ones among them; each project has ids and numbers of its own. */
function aFile(mark: string, rows: number, bad: number) {
  const lines = Array.from({ length: rows }, (_, n) => {
    const kind = n < bad ? "không rõ" : "Cuộc gọi lừa đảo";
    return `${mark}${n},2025-01-28 08:${String(n % 60).padStart(2, "0")},${kind},09${String(30_000_000 + (n % 40))},Giả danh công an,156,Nguyễn Văn Bình,0977${String(200_000 + n)}`;
  });
  return ["Mã,Ngày giờ,Loại,Số bị phản ánh,Nội dung,Kênh,Họ tên,Số điện thoại", ...lines].join(
    "\n",
  );
}

const csv = (name: string, text: string) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});

test("vnpt imports a file, mends its bad rows, handles a case and files a balanced report", async ({
  browser,
}, info) => {
  test.setTimeout(180_000);
  const vnpt = await signedIn(browser, "vnpt");
  await vnpt.goto("/telecom");
  await expect(vnpt.getByRole("heading", { name: "Tin rác, lừa đảo, hạ tầng" })).toBeVisible();
  await expectGoodPage(vnpt);

  await vnpt.goto("/complaints/import");
  await expectGoodPage(vnpt);
  const mark = `${info.project.name}-`;
  await vnpt
    .getByRole("button", { name: "Tệp phản ánh" })
    .setInputFiles(csv(`phan-anh-${info.project.name}.csv`, aFile(mark, 2000, 37)));
  await vnpt.getByRole("button", { name: "Tải tệp lên" }).click();
  await expect(vnpt.getByRole("heading", { name: "37 dòng có lỗi" })).toBeVisible({
    timeout: 30_000,
  });
  await expectGoodPage(vnpt);
  await vnpt.getByRole("button", { name: "Nhập 1963 dòng đúng" }).click();
  const toMend = vnpt.getByRole("link", { name: "Tải 37 dòng lỗi để sửa" });
  await expect(vnpt.getByRole("link", { name: "Xem các phản ánh" })).toBeVisible({
    timeout: 60_000,
  });
  await expectGoodPage(vnpt);
  const download = vnpt.waitForEvent("download");
  await toMend.click();
  const wrong = readFileSync(await (await download).path(), "utf8");
  const mended = wrong.replaceAll(",không rõ,", ",Cuộc gọi lừa đảo,");
  await vnpt.goto("/complaints/import");
  await vnpt.getByRole("button", { name: "Tệp phản ánh" }).setInputFiles(csv("da-sua.csv", mended));
  await vnpt.getByRole("button", { name: "Tải tệp lên" }).click();
  await vnpt.getByRole("button", { name: "Nhập 37 dòng đúng" }).click();
  await vnpt.getByRole("link", { name: "Xem các phản ánh" }).click({ timeout: 60_000 });
  await expectGoodPage(vnpt);

  await vnpt.getByRole("row").nth(1).getByRole("link").first().click();
  await expect(vnpt.getByRole("button", { name: "Xử lý", exact: true })).toBeVisible();
  await expectGoodPage(vnpt);
  await expect(vnpt.getByText("0977 •••")).toBeVisible();
  await vnpt.getByRole("button", { name: "Hiện đầy đủ để gọi lại" }).click();
  await expect(vnpt.getByText(/Nguyễn Văn Bình · 0977\d{6}/)).toBeVisible();
  await vnpt.getByLabel("Biện pháp với nguồn").selectOption("blocked_two_way");
  await vnpt.getByRole("button", { name: "Xử lý", exact: true }).click();
  await expect(vnpt.getByText("Đã xử lý").first()).toBeVisible();
  await vnpt.getByRole("button", { name: "Mở lại phản ánh" }).click();
  const reopening = vnpt.getByRole("dialog");
  await reopening.getByLabel("Lý do").fill("Người dân báo vẫn bị gọi");
  await reopening.getByRole("button", { name: "Mở lại phản ánh" }).click();
  await expect(vnpt.getByRole("button", { name: "Xử lý", exact: true })).toBeVisible();
  await expect(vnpt.getByText("Người dân báo vẫn bị gọi")).toBeVisible();

  await vnpt.goto("/complaints/figures?by=state");
  await expect(vnpt.locator("svg.recharts-surface").first()).toBeVisible();
  await expectGoodPage(vnpt);
  await vnpt.getByLabel("Còn lại cuối ngày").uncheck();
  await vnpt.getByRole("link", { name: "Theo loại" }).click();
  await expect(vnpt.getByLabel("Cuộc gọi lừa đảo")).toBeChecked();

  await vnpt.goto("/complaints/periods");
  await expectGoodPage(vnpt);
  await vnpt
    .getByRole("link", { name: /^(Lập báo cáo kỳ|Xem báo cáo)/ })
    .first()
    .click();
  const amend = vnpt.getByText("Sửa báo cáo này");
  const form = vnpt.getByRole("form", { name: "Báo cáo kỳ" });
  await expect(form.or(amend).first()).toBeVisible();
  if (await amend.isVisible()) {
    await amend.click();
    await form.getByLabel("Lý do sửa").fill("Bổ sung");
  }
  const received = form.getByLabel("Tiếp nhận").first();
  const counted = Number(await received.inputValue());
  await received.fill(String(counted + 1));
  await form.getByRole("button", { name: /^Gửi/ }).click();
  await expect(form.getByText(/Chưa cân: Tin nhắn rác: .* lệch 1\./)).toBeVisible();
  await received.fill(String(counted));
  await form.getByRole("button", { name: /^Gửi/ }).click();
  await expect(vnpt.getByRole("heading", { name: "Các lần gửi" })).toBeVisible();
  await expectGoodPage(vnpt);
  const paper = vnpt.waitForEvent("download");
  await vnpt.getByRole("link", { name: "Tải .docx" }).click();
  expect((await paper).suggestedFilename()).toMatch(/^Báo cáo kỳ .*\.docx$/);
});

test("congan asks all three telcos to block, and sees who answered and who is late", async ({
  browser,
}) => {
  const police = await signedIn(browser, "congan");
  await police.goto("/complaints/sources");
  await expectGoodPage(police);
  await police.getByRole("link", { name: "0868123456" }).click();
  await expect(police.getByRole("heading", { name: "Tin tuyên truyền" })).toBeVisible();
  await expectGoodPage(police);
  await police.getByRole("link", { name: "Yêu cầu nhà mạng xử lý" }).click();
  await expect(police.getByLabel("Mục tiêu")).toHaveValue("0868123456");
  await expectGoodPage(police);
  await police.getByLabel("Lý do").fill("Giả danh công an huyện");
  await police.getByRole("button", { name: "Gửi yêu cầu" }).click();
  await expect(police.getByText("Chờ trả lời")).toHaveCount(3);
  await expectGoodPage(police);
  const address = new URL(police.url()).pathname;

  const vnpt = await signedIn(browser, "vnpt");
  await vnpt.goto(address);
  await expect(vnpt.getByRole("heading", { name: "Viettel chi nhánh Hữu Lũng" })).toHaveCount(0);
  await vnpt.getByText("Đã thực hiện", { exact: true }).click();
  await vnpt.getByRole("button", { name: "Gửi kết quả" }).click();
  await expect(vnpt.getByText("Đúng hạn")).toBeVisible();
  await expectGoodPage(vnpt);
  await police.reload();
  await expect(police.getByText("Chờ trả lời")).toHaveCount(2);

  // The demo's earlier request: its time is over.
  await police.goto("/complaints/requests?show=late");
  const late = police.getByRole("row", { name: /vietcombank-tet2025\.com/ });
  await expect(late).toContainText("Trả lời muộn");
  await expect(late).toContainText("Quá hạn chưa trả lời");
  await expectGoodPage(police);
});

test("xa-yenbinh enters a resident's complaint and sees it closed", async ({ browser }) => {
  const commune = await signedIn(browser, "xa-yenbinh");
  await commune.goto("/complaints/new");
  await expectGoodPage(commune);
  await commune
    .getByLabel("Dán tin nhắn của người dân")
    .fill("LD (0593 111 222) (xưng là công an, đòi chuyển tiền)");
  await expect(commune.getByLabel("Nguồn bị phản ánh")).toHaveValue("0593 111 222");
  await expect(commune.getByLabel("Loại phản ánh")).toHaveValue("scam_call");
  await commune.getByLabel("Nhà mạng xử lý").selectOption({ label: "VNPT Hữu Lũng" });
  await commune.getByLabel("Họ tên").fill("Vi Thị Hạnh");
  await commune.getByLabel("Điện thoại").fill("0915000444");
  await commune.getByRole("button", { name: "Lưu phản ánh" }).click();
  await expect(commune.getByRole("heading", { level: 1 })).toContainText("0593111222");
  await expect(commune.getByText("V. T. Hạnh · 0915 ••• 444")).toBeVisible();
  await expectGoodPage(commune);
  const address = new URL(commune.url()).pathname;

  const viettel = await signedIn(browser, "viettel");
  for (const door of [address, "/complaints/sources", "/complaints/settings"]) {
    expect((await viettel.goto(door))?.status(), door).toBe(404);
  }
  await viettel.goto("/complaints?show=all&q=0593111222");
  await expect(viettel.getByText("Không có phản ánh nào ở đây")).toBeVisible();

  const vnpt = await signedIn(browser, "vnpt");
  await vnpt.goto(address);
  await vnpt.getByLabel("Biện pháp với nguồn").selectOption("terminated");
  await vnpt.getByRole("button", { name: "Xử lý", exact: true }).click();
  await expect(vnpt.getByRole("button", { name: "Xử lý", exact: true })).toBeHidden();
  await commune.reload();
  await expect(commune.getByText("Chấm dứt dịch vụ, thu hồi").first()).toBeVisible();
});

test("a telco says in one tap that its network is whole; the district sees all of them", async ({
  browser,
}, info) => {
  const mobifone = await signedIn(browser, "mobifone");
  await mobifone.goto("/complaints/infrastructure");
  await expectGoodPage(mobifone);
  if (info.project.name === "phone") {
    const nil = mobifone.getByRole("button", { name: "Không phát sinh" });
    if (await nil.isVisible()) await nil.click();
    await expect(nil).toBeHidden();
  }
  const officer = await signedIn(browser, "chuyenvien");
  await officer.goto("/command");
  await expect(officer.getByRole("heading", { name: "Hạ tầng viễn thông hôm nay" })).toBeVisible();
  await expectGoodPage(officer);
  for (const page of [
    "/complaints",
    "/complaints/periods",
    "/complaints/figures",
    "/complaints/infrastructure",
    "/complaints/settings",
    "/complaints/requests",
  ]) {
    await officer.goto(page);
    await expectGoodPage(officer);
  }
});
