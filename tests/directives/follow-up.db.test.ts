import readExcelFile from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { listFollowUp } from "@/lib/directives/matrix/queries";
import { followUpSheets } from "@/lib/directives/matrix/rules";
import { findDirective } from "@/lib/directives/queries";
import { attachSignedFile } from "@/lib/directives/signed-copies/commands";
import { writeWorkbook } from "@/lib/documents/workbook";
import { findFile } from "@/lib/files/queries";
import { aDistrict, aDraft, anIssuedDirective, auditOf } from "@/tests/support/district";

const pdf = () => new File(["%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"], "bản ký.pdf");

describe("the follow-up workbook", () => {
  test("holds every obligation of every unit, and nothing in it runs as a formula", async () => {
    const district = await aDistrict();
    const sections = aDraft(district).sections;
    sections[0]!.obligations[0]!.text = '=HYPERLINK("http://x","bấm vào đây")';
    const { id } = await anIssuedDirective(district, { sections });
    const rows = (await listFollowUp(district.observer, id)) ?? [];
    expect(rows).toHaveLength(6);

    const heading = { title: "THEO DÕI", subject: "trích yếu", takenAt: "08:00 01/01/2025" };
    const bytes = await writeWorkbook(followUpSheets(heading, rows));
    const [units, details] = await readExcelFile(bytes);
    expect(units?.data).toHaveLength(3 + 1 + 3);
    expect(details?.data).toHaveLength(3 + 1 + 6);
    expect(details?.data[4]?.[1]).toBe('=HYPERLINK("http://x","bấm vào đây")');
  });

  test("is the district's and its readers' alone", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    expect(await listFollowUp(district.lead, id)).toBeNull();
  });
});

describe("the signed copy", () => {
  test("is attached once, becomes the authentic one, and opens for whoever sees the directive", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    await attachSignedFile(district.officer, { directiveId: id, file: pdf() });
    const view = await findDirective(district.lead, id);
    expect(view?.signedFile).toMatchObject({ name: "bản ký.pdf" });
    expect(await findFile(district.lead, view!.signedFile!.id)).not.toBeNull();
    expect((await auditOf(id)).at(-1)).toBe("directive.attach-signed");
    await expect(
      attachSignedFile(district.officer, { directiveId: id, file: pdf() }),
    ).rejects.toMatchObject({
      reason: "conflict",
    });
  });

  test("is a PDF, from the district, of what has been issued", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    const picture = new File(["không phải PDF"], "bản ký.pdf");
    await expect(
      attachSignedFile(district.officer, { directiveId: id, file: picture }),
    ).rejects.toMatchObject({
      reason: "invalid",
    });
    await expect(
      attachSignedFile(district.lead, { directiveId: id, file: pdf() }),
    ).rejects.toMatchObject({
      reason: "forbidden",
    });
  });
});
