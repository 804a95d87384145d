import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import mammoth from "mammoth";
import { expect, test } from "vitest";
import { createDraft } from "@/lib/directives/drafts/commands";
import { findDirectivePaper } from "@/lib/directives/paper/queries";
import { findDirective } from "@/lib/directives/queries";
import { recallDirective } from "@/lib/directives/recalls/commands";
import { layOut, saidBy } from "@/lib/documents/official/layout/rules";
import { writeDocument } from "@/lib/documents/official/rules";
import { aDistrict, aDraft, anIssuedDirective } from "@/tests/support/district";
import { readPdf } from "@/tests/support/documents";

const squeezed = (text: string) => text.normalize("NFC").replace(/\s+/g, " ");

test("an issued directive is taken away as Word and PDF, with its number, day, work and signer", async () => {
  const district = await aDistrict();
  const { id, number } = await anIssuedDirective(district);
  const paper = await findDirectivePaper(district.lead, id, "text");
  if (!paper) throw new Error("the addressed unit has its directive");

  const { value } = await mammoth.extractRawText({ buffer: await writeDocument(paper, "docx") });
  const { text, title } = await readPdf(await writeDocument(paper, "pdf"));
  for (const read of [squeezed(value), squeezed(text)]) {
    expect(read).toContain(`Số: ${String(number).padStart(2, "0")}/UBND-VH`);
    expect(read).toContain("Hữu Lũng, ngày 05 tháng 01 năm 2025");
    expect(read).toContain("V/v Bảo đảm an toàn thông tin mạng dịp Tết");
    expect(read).toContain("Thực hiện văn bản số 3591/STTTT-TTCNS ngày 31/12/2024 của Sở TTTT");
    expect(read).toContain("- Trực 24/7");
    expect(read).toContain("- Tuyên truyền./.");
    expect(read).toContain("PHÓ CHỦ TỊCH");
    expect(read).toContain("Trần Quốc Phong");
  }
  expect(title).toContain("Bảo đảm an toàn thông tin mạng dịp Tết");
});

test("a draft has neither number nor day and says that it is one; only the district has it", async () => {
  const district = await aDistrict();
  const { id } = await createDraft(district.officer, {
    requestId: randomUUID(),
    intent: "save",
    sourceText: readFileSync("tests/fixtures/directives/huu-lung-2025.md", "utf8"),
    draft: aDraft(district),
  });
  const paper = await findDirectivePaper(district.officer, id, "text");
  const said = paper ? saidBy(layOut(paper)) : [];
  expect(said).toContain("Số: ……/UBND-VH");
  expect(said).toContain("DỰ THẢO");
  expect(said.find((line) => line.startsWith("Thực hiện Công văn số 3591/STTTT"))).toBeDefined();
  expect(said.find((line) => line.startsWith("Đề nghị Thủ trưởng"))).toMatch(/thực hiện\.\/\.$/);
  expect(await findDirectivePaper(district.lead, id, "text")).toBeNull();
  expect(await findDirectivePaper(district.observer, id, "text")).toBeNull();
});

test("a nudge names those who owe a report; it is the district's and not a unit's", async () => {
  const district = await aDistrict();
  const { id } = await anIssuedDirective(district);
  const paper = await findDirectivePaper(district.officer, id, "reminder");
  const said = paper ? saidBy(layOut(paper)).join("\n") : "";
  for (const { name } of district.communes) expect(said).toContain(name);
  expect(said).toMatch(/V\/v đôn đốc thực hiện Công văn số \d+\/UBND-VH/);
  expect(said).toContain("17:00 20/01/2025");
  expect(await findDirectivePaper(district.lead, id, "reminder")).toBeNull();
});

test("a recall is written with its reason, and the directive's own copy then says so", async () => {
  const district = await aDistrict();
  const { id } = await anIssuedDirective(district);
  await recallDirective(district.officer, { directiveId: id, reason: "Nhầm thời hạn báo cáo." });
  const recall = await findDirectivePaper(district.officer, id, "recall");
  expect(recall ? saidBy(layOut(recall)) : []).toContain("Lý do: Nhầm thời hạn báo cáo.");
  const copy = await findDirectivePaper(district.lead, id, "text");
  expect(copy ? saidBy(layOut(copy)) : []).toContain("ĐÃ THU HỒI");
  expect(await findDirectivePaper(district.officer, id, "reminder")).toBeNull();
});

test("a unit that was not addressed finds nothing", async () => {
  const [one, other] = [await aDistrict(), await aDistrict()];
  const { id } = await anIssuedDirective(one);
  expect(await findDirective(other.lead, id)).toBeNull();
  expect(await findDirectivePaper(other.lead, id, "text")).toBeNull();
});
