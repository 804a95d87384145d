import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import mammoth from "mammoth";
import { readPdf } from "@/tests/support/documents";
import { expectGoodPage, signedIn } from "@/tests/support/pages";

async function saved(page: Page, name: string) {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name }).first().click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const squeezed = (text: string) => text.normalize("NFC").replace(/\s+/g, " ");

test("a unit takes the directive away as Word and PDF, and both say what the print page says", async ({
  browser,
  viewport,
}) => {
  const page = await signedIn(browser, "xa-yenbinh", { viewport });
  await page.goto("/directives");
  await page
    .getByRole("main")
    .getByRole("link", { name: /Tăng cường phòng, chống lừa đảo/ })
    .first()
    .click();
  const heading = page.getByRole("heading", { name: "Tải văn bản" });
  await expect(heading).toBeVisible();
  await expectGoodPage(page);

  const word = await saved(page, "Tải .docx");
  const pdf = await saved(page, "Tải .pdf");
  expect(word.name).toMatch(/^Số .+\.docx$/);
  expect(pdf.name).toBe(word.name.replace(".docx", ".pdf"));
  const { value } = await mammoth.extractRawText({ buffer: word.bytes });
  const read = await readPdf(pdf.bytes);
  expect(read).toMatchObject({ marked: true, language: "vi-VN" });

  await page.getByRole("link", { name: "Bản in" }).click();
  const paper = page.getByRole("article", { name: "Văn bản, bản in" });
  await expect(paper).toContainText("Độc lập - Tự do - Hạnh phúc");
  await expectGoodPage(page);
  const shown = (await paper.textContent()) ?? "";
  const tight = (text: string) => text.normalize("NFC").toLowerCase().replace(/\s+/g, "");
  expect(tight(shown)).toBe(tight(value));
  expect(tight(read.text)).toBe(tight(value));
  expect(squeezed(value)).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");

  const other = await page.request.get(page.url().replace("/print", "/print?kind=reminder"));
  expect(other.status()).toBe(404);
  await page.context().close();
});

test("the district prints whom it still waits for", async ({ browser, viewport }) => {
  const page = await signedIn(browser, "chuyenvien", { viewport });
  await page.goto("/directives?state=issued");
  await page
    .getByRole("main")
    .getByRole("link", { name: /Tăng cường phòng, chống lừa đảo/ })
    .first()
    .click();
  await page.getByRole("tab", { name: "Theo dõi" }).click();
  await page.getByRole("link", { name: "Công văn đôn đốc" }).click();
  await expect(page.getByRole("article", { name: "Văn bản, bản in" })).toContainText("đôn đốc");
  await expectGoodPage(page);
  await page.context().close();
});
