import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import mammoth from "mammoth";
import { readPdf, unzippedBytes } from "@/tests/support/documents";
import { expectGoodPage, signedIn } from "@/tests/support/pages";

const squeezed = (text: string) => text.normalize("NFC").replace(/\s+/g, " ");
const html = Buffer.from("<script>alert(1)</script>");

async function saved(page: Page, name: string | RegExp) {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name }).first().click(),
  ]);
  return readFile(await file.path());
}

/** Both files of the report on whose print page one is, as text. */
async function bothForms(page: Page) {
  const word = await mammoth.extractRawText({ buffer: await saved(page, "Tải .docx") });
  const pdf = await readPdf(await saved(page, "Tải .pdf"));
  expect(pdf).toMatchObject({ marked: true, language: "vi-VN" });
  return [squeezed(word.value), squeezed(pdf.text)];
}

async function fill(page: Page, values: Record<string, string>) {
  for (const [label, value] of Object.entries(values)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}

const house = {
  "Địa chỉ": "Thôn Yên Thịnh, xã Yên Bình, huyện Hữu Lũng",
  Email: "yenbinh@langson.gov.vn",
  "Email người liên hệ": "truc.yenbinh@langson.gov.vn",
};

test("a case with an initial report is closed by Mẫu 04; both are read back, and the police signs for the evidence", async ({
  browser,
  viewport,
}) => {
  test.setTimeout(240_000);
  const staff = await signedIn(browser, "xa-yenbinh-truc", { viewport });
  const place = `Máy một cửa ${Date.now().toString(36)}`;
  await staff.goto("/incidents/new");
  await staff.getByRole("radio", { name: /Tệp bị khóa/ }).check();
  await staff.getByLabel("Kể thêm điều đang thấy").fill("Máy 192.168.1.20 hiện thư đòi tiền.");
  await staff.getByLabel("2. Ở đâu?").fill(place);
  await staff
    .getByLabel("Ảnh chụp, tệp")
    .setInputFiles({ name: "../../x.html", mimeType: "text/html", buffer: html });
  await staff.getByRole("button", { name: "Gửi báo cáo sự cố" }).click();
  await staff.waitForURL(/\/incidents\/[0-9a-f-]{36}/);
  const address = new URL(staff.url()).pathname;

  await test.step("Mẫu 03 asks only what the case does not know, and no address of the inside", async () => {
    await staff.goto(`${address}/reports/initial`);
    await expectGoodPage(staff);
    await expect(staff.getByLabel("Tên hệ thống bị sự cố")).toHaveValue(place);
    await expect(staff.getByLabel("Mô tả sơ bộ về sự cố")).not.toHaveValue(/192\.168/);
    await fill(staff, house);
    await staff.getByLabel("Số, ký hiệu văn bản").fill("05/BC-UBND");
    await staff.getByLabel("Kiểm tra dữ liệu lưu lại (log)").check();
    await staff.getByLabel("Cơ quan điều phối", { exact: true }).check();
    await fill(staff, {
      "Địa chỉ IP công khai của hệ thống": "192.168.1.20",
      "Nơi nhận báo cáo": "UBND huyện Hữu Lũng\nCông an huyện Hữu Lũng",
    });
    await fillEmpty(staff);
    const send = staff.getByRole("button", { name: "Lưu và lập báo cáo" });
    await send.click();
    await expect(staff.getByText(/192\.168\.1\.20 là địa chỉ IP nội bộ/)).toBeVisible();
    await expect(staff.getByLabel("Địa chỉ", { exact: true })).toHaveValue(house["Địa chỉ"]);
    await staff.getByLabel("Địa chỉ IP công khai của hệ thống").fill("203.162.4.190");
    await send.click();
    await staff.waitForURL(/\/reports\/print\//);
    await expectGoodPage(staff);
    for (const read of await bothForms(staff)) {
      expect(read).toContain("BÁO CÁO BAN ĐẦU SỰ CỐ MẠNG");
      expect(read).toContain("Số: 05/BC-UBND");
      expect(read).toContain(`Địa chỉ (*): ${house["Địa chỉ"]}`);
      expect(read).toContain(`Tên hệ thống bị sự cố: ${place}`);
      expect(read).toContain("■ Kiểm tra dữ liệu lưu lại (log)");
      expect(read).toContain("Địa chỉ IP công khai của hệ thống: 203.162.4.190");
      expect(read).not.toContain("192.168");
    }
  });

  const police = await signedIn(browser, "congan", { viewport });
  await police.goto(address);
  await test.step("the police works it to its end, and is told that Mẫu 04 is missing", async () => {
    for (const step of [
      "Tiếp nhận sự cố",
      "Xác minh là sự cố",
      "Chuyển sang ngăn chặn",
      "Đã ngăn chặn, chuyển sang gỡ bỏ",
      "Đã gỡ bỏ, chuyển sang khôi phục",
      "Đã khôi phục, chuyển sang tổng kết",
    ]) {
      const button = police.getByRole("button", { name: step, exact: true });
      await button.click();
      await expect(button).toHaveCount(0);
    }
    const open = police.getByRole("button", { name: /^Xong/ });
    for (let left = await open.count(); left > 0; left--) {
      await open.first().click();
      await expect(open).toHaveCount(left - 1);
    }
    await close(police);
    await expect(police.getByRole("dialog").getByText(/báo cáo kết thúc \(Mẫu 04\)/)).toBeVisible();
  });

  await test.step("Mẫu 04 is filled, read back, and the case is closed", async () => {
    await police.goto(`${address}/reports/closing`);
    await expect(police.getByLabel("Số, ký hiệu, ngày báo cáo ban đầu")).toHaveValue(/05\/BC-UBND/);
    // What is true of the commune is not taken for the police's own.
    await expect(police.getByLabel("Địa chỉ", { exact: true })).not.toHaveValue(house["Địa chỉ"]);
    await fill(police, {
      "Địa chỉ": "Khu Tân Hòa, thị trấn Hữu Lũng",
      "Nguyên nhân, điều đã xảy ra": "Mở tệp đính kèm trong thư lạ.",
      "Kết quả xử lý": "Đã cài lại máy, khôi phục từ bản sao lưu.",
      "Bài học, biện pháp giảm nguy cơ lặp lại": "Sao lưu hằng tuần.",
      "Nơi nhận báo cáo": "UBND huyện Hữu Lũng",
    });
    await fillEmpty(police);
    await police.getByRole("button", { name: "Lưu và lập báo cáo" }).click();
    await police.waitForURL(/\/reports\/print\//);
    for (const read of await bothForms(police)) {
      expect(read).toContain("BÁO CÁO KẾT THÚC ỨNG PHÓ SỰ CỐ");
      expect(read).toContain("Kết quả xử lý (*): Đã cài lại máy, khôi phục từ bản sao lưu.");
    }
    await police.getByRole("link", { name: "Về hồ sơ sự cố" }).click();
    await close(police);
    await expect(police.getByText("Đã kết thúc").first()).toBeVisible();
    await expectGoodPage(police);
  });

  await test.step("the packet holds every byte, and who signed for it is written down", async () => {
    const files = await unzippedBytes(await saved(police, "Tải hồ sơ bàn giao"));
    const names = files.map(([name]) => name);
    expect(names).toContain("Minh chứng/001 x.html");
    expect(names).toContain("Biên bản giao nhận.pdf");
    const sha256 = createHash("sha256").update(html).digest("hex");
    const bytesOf = (wanted: string) => files.find(([name]) => name === wanted)?.[1] ?? html;
    expect(bytesOf("Minh chứng/001 x.html")).toEqual(html);
    expect(bytesOf("Danh mục minh chứng.csv").toString()).toContain(sha256);
    const list = await readPdf(bytesOf("Danh mục minh chứng.pdf"));
    expect(list.text.replace(/\s+/g, "")).toContain(sha256);
    await police.getByRole("button", { name: "Ghi ký nhận" }).click();
    await police.getByLabel("Người nhận, chức vụ, đơn vị").fill("Thượng úy Nông Văn Đạt");
    await police.getByRole("button", { name: "Lưu ký nhận" }).click();
    await expect(police.getByText("Đã ký nhận: Thượng úy Nông Văn Đạt.")).toBeVisible();
  });

  await test.step("a telco finds none of it", async () => {
    const vnpt = await signedIn(browser, "vnpt", { viewport });
    const report = new URL(await reportHref(police), police.url()).pathname;
    for (const path of [
      address,
      `${address}/reports/initial`,
      report,
      `/api${address}/packet`,
      "/api/incidents/summary/pdf?from=2025-01-01&to=2025-06-30",
    ]) {
      expect((await vnpt.request.get(path)).status(), path).toBe(404);
    }
  });
});

const reportHref = async (page: Page) =>
  (await page
    .getByRole("link", { name: /^Tải \.docx/ })
    .first()
    .getAttribute("href")) ?? "";

async function close(page: Page) {
  await page.getByRole("button", { name: "Kết thúc sự cố", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Kết quả xử lý").fill("Đã cài lại máy, khôi phục từ bản sao lưu.");
  await dialog.getByRole("button", { name: "Kết thúc sự cố", exact: true }).click();
}

/** What an account of the demo may or may not know: telephones and titles. */
async function fillEmpty(page: Page) {
  for (const label of ["Điện thoại", "Điện thoại người liên hệ", "Email", "Email người liên hệ"]) {
    const field = page.getByLabel(label, { exact: true });
    if ((await field.count()) === 0 || (await field.inputValue()) !== "") continue;
    await field.fill(label.startsWith("Email") ? "congan@langson.gov.vn" : "02053825113");
  }
}

test("the district sums up a half year by Mẫu 05", async ({ browser, viewport }) => {
  const page = await signedIn(browser, "chuyenvien", { viewport });
  await page.goto("/incidents/summary");
  await expectGoodPage(page);
  const paper = page.getByRole("article", { name: "Văn bản, bản in" });
  await expect(paper.getByRole("row", { name: /Thay đổi giao diện/ })).toBeVisible();
  for (const read of await bothForms(page)) {
    expect(read).toContain("Mẫu số 05");
    expect(read).toContain("Tổng số");
  }
});
