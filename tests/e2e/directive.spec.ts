import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { expectGoodPage, signedIn } from "@/tests/support/pages";

const seed = readFileSync("tests/fixtures/directives/huu-lung-2025.md", "utf8");

/** The main job from paste to closed directive; runs on a desktop and on a 360 px phone. */
test("a directive goes from its text to every unit and back", async ({
  browser,
  viewport,
}, info) => {
  test.setTimeout(900_000);
  const number = String(100 + Math.floor(Math.random() * 800) + info.project.name.length);
  const options = { viewport };

  const officer = await signedIn(browser, "chuyenvien", options);
  const address =
    await test.step("the officer pastes the text and corrects its reading", async () => {
      await officer.goto("/directives/new");
      await expectGoodPage(officer);
      await officer.getByRole("textbox", { name: "Nội dung văn bản" }).fill(seed);
      await officer.getByRole("button", { name: "Phân tích văn bản" }).click();
      await expect(officer.getByLabel("Trích yếu")).toHaveValue(
        /bảo đảm an toàn thông tin mạng dịp tết/,
      );
      await expect(officer.getByRole("region", { name: /^Mục \d/ })).toHaveCount(3);
      await officer.getByLabel("Đặt hạn cho các nhiệm vụ chưa có hạn").fill("2099-01-20T17:00");
      await officer.getByRole("button", { name: "Áp dụng" }).click();
      await expectGoodPage(officer);
      await officer.getByRole("button", { name: "Lưu dự thảo" }).click();
      await officer.waitForURL(/\/directives\/[0-9a-f-]{36}/);
      return officer.url();
    });

  await test.step("and sends it for signature", async () => {
    await expectGoodPage(officer);
    await officer.getByRole("button", { name: "Trình ký" }).click();
    await expect(officer.getByText("Chờ ký").first()).toBeVisible();
  });

  const leader = await signedIn(browser, "lanhdao", options);
  await test.step("the vice chairman signs and issues it under a number", async () => {
    await expectGoodPage(leader);
    await leader.goto(address);
    await leader.getByLabel("Số văn bản").fill(number);
    await leader.getByLabel("Ngày ban hành").fill("2025-01-05");
    await expectGoodPage(leader);
    await leader.getByRole("button", { name: "Ký ban hành" }).dblclick();
    await expect(leader.getByText("Đang thực hiện").first()).toBeVisible();
    await expect(leader.getByText(`${number}/UBND-VH`).first()).toBeVisible();
  });

  const commune = await signedIn(browser, "xa-yenbinh", options);
  await test.step("the commune sees it on its home page, names an officer and acknowledges", async () => {
    await expect(commune).toHaveURL(/\/locality/);
    await expectGoodPage(commune);
    await expect(commune.getByText(`${number}/UBND-VH`).first()).toBeVisible();
    await commune.goto(address);
    await expectGoodPage(commune);
    await commune.getByLabel("Cán bộ đầu mối").fill("Hoàng Thị Đầu Mối");
    await commune.getByLabel("Số điện thoại").fill("0912 345 678");
    await commune.getByRole("button", { name: "Tiếp nhận" }).click();
    await expect(commune.getByText("Hoàng Thị Đầu Mối").first()).toBeVisible();
  });

  await test.step("it reports a result with evidence", async () => {
    await commune
      .getByRole("link", { name: /^Báo cáo kết quả/ })
      .first()
      .click();
    await expectGoodPage(commune);
    await commune
      .getByLabel("Nội dung báo cáo")
      .fill("Đã phát thanh 4 buổi, khoảng 900 lượt người nghe.");
    await commune.getByLabel("Tệp minh chứng").setInputFiles({
      name: "loa truyền thanh.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"),
    });
    await commune.getByRole("button", { name: "Báo cáo kết quả" }).click();
    await expect(commune.getByText("Đã báo cáo").first()).toBeVisible();
    await expect(commune.getByText("loa truyền thanh.pdf")).toBeVisible();
    await expectGoodPage(commune);
  });

  const telco = await signedIn(browser, "vnpt", options);
  await test.step("the telco has its own four obligations and answers one with nil", async () => {
    await expect(telco).toHaveURL(/\/telecom/);
    await telco.goto(address);
    await expect(telco.getByRole("link", { name: /^Báo cáo kết quả/ })).toHaveCount(4);
    await telco.getByLabel("Cán bộ đầu mối").fill("Trần Kỹ Thuật");
    await telco.getByLabel("Số điện thoại").fill("0913456789");
    await telco.getByRole("button", { name: "Tiếp nhận" }).click();
    await telco
      .getByRole("link", { name: /^Báo cáo kết quả/ })
      .last()
      .click();
    await telco.getByRole("button", { name: "Không phát sinh" }).click();
    await expect(telco.getByText("Không phát sinh").first()).toBeVisible();

    await telco.goto(address);
    await telco
      .getByRole("link", { name: /^Báo cáo kết quả/ })
      .first()
      .click();
    await telco.getByLabel("Nội dung báo cáo").fill("Trực đủ ca, mạng thông suốt.");
    await telco.getByRole("button", { name: "Báo cáo kết quả" }).click();
    await expect(telco.getByText("Trực đủ ca, mạng thông suốt.").first()).toBeVisible();
  });

  await test.step("the district watches the matrix, reminds the silent and judges", async () => {
    await officer.goto(address);
    await officer.getByRole("tab", { name: "Theo dõi" }).click();
    await expect(officer.getByRole("table", { name: /Ma trận/ })).toBeVisible();
    await expectGoodPage(officer);
    await officer.getByRole("link", { name: /^Chưa tiếp nhận/ }).click();
    await expect(officer).toHaveURL(/waiting=acknowledgement/);
    await officer.getByLabel(/^Chọn tất cả/).check();
    await officer.getByLabel("Nội dung đôn đốc").fill("Đề nghị tiếp nhận văn bản trong hôm nay.");
    await officer.getByRole("button", { name: "Đôn đốc" }).click();
    await expect(officer.getByText(/Đã đôn đốc \d+ đơn vị/)).toBeVisible();

    await officer.goto(`${address}/tracking?waiting=judgement`);
    await officer
      .getByRole("link", { name: /UBND xã Yên Bình.*Đã báo cáo/ })
      .first()
      .click();
    await expect(officer.getByText("Đã phát thanh 4 buổi")).toBeVisible();
    await expectGoodPage(officer);
    await officer.getByRole("button", { name: "Ghi nhận đạt" }).click();
    await expect(officer.getByText("Đạt", { exact: true }).first()).toBeVisible();
  });

  await test.step("the reminded unit sees it at home", async () => {
    const police = await signedIn(browser, "congan", options);
    await expect(police).toHaveURL(/\/coordination/);
    await expect(
      police.getByText("Đề nghị tiếp nhận văn bản trong hôm nay.").first(),
    ).toBeVisible();
    await expectGoodPage(police);
  });

  await test.step("the province reads and changes nothing", async () => {
    const observer = await signedIn(browser, "tinh", options);
    await observer.goto(address);
    await expect(observer.getByText(`${number}/UBND-VH`).first()).toBeVisible();
    await expect(observer.getByRole("button", { name: /Đôn đốc|Tiếp nhận|Kết thúc/ })).toHaveCount(
      0,
    );
    await expectGoodPage(observer);
  });

  await test.step("the directive is closed", async () => {
    await officer.goto(address);
    await officer.getByRole("button", { name: "Kết thúc văn bản" }).click();
    await officer.getByRole("dialog").getByRole("button", { name: "Kết thúc văn bản" }).click();
    await expect(officer.getByText("Đã kết thúc").first()).toBeVisible();
    await commune.goto(address);
    await expect(commune.getByRole("link", { name: /^Báo cáo kết quả/ })).toHaveCount(0);
  });
});
