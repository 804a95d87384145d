import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import mammoth from "mammoth";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OfficialPaper } from "@/components/documents/official-paper";
import { periodDocument } from "@/lib/complaints/reports/paper/rules";
import { columns, extras } from "@/lib/complaints/reports/schema";
import { complaintKinds } from "@/lib/complaints/schema";
import { db } from "@/lib/db";
import { findDirectivePaper } from "@/lib/directives/paper/queries";
import { recallDirective } from "@/lib/directives/recalls/commands";
import { layOut, saidBy } from "@/lib/documents/official/layout/rules";
import { writeDocument } from "@/lib/documents/official/rules";
import type { OfficialDocument } from "@/lib/documents/official/schema";
import { fileQuickReport } from "@/lib/duty/quick-reports/commands";
import { quickReportDocument } from "@/lib/duty/quick-reports/paper/rules";
import { findQuickReport } from "@/lib/duty/quick-reports/queries";
import { rosterDocument } from "@/lib/duty/rosters/paper/rules";
import { findRoster } from "@/lib/duty/rosters/queries";
import {
  evidenceListDocument,
  type Packet,
  receiptDocument,
} from "@/lib/incidents/packet/paper/rules";
import { reportDocument } from "@/lib/incidents/reports/forms/paper/rules";
import { type ReportKind, reportKinds } from "@/lib/incidents/reports/schema";
import { summaryDocument } from "@/lib/incidents/reports/summary/rules";
import { buildSynthesis } from "@/lib/reports/synthesis/commands";
import { findSynthesisDocument } from "@/lib/reports/synthesis/queries";
import { isoDay, now, setClock } from "@/lib/time";
import { aDistrict, anIssuedDirective, type District } from "@/tests/support/district";
import { readPdf } from "@/tests/support/documents";
import { aPublishedRoster, at } from "@/tests/support/duty";

const instant = new Date("2025-01-28T19:40:00Z");
const must = <T>(found: T | null | undefined): T => {
  if (!found) throw new Error("there is no such paper");
  return found;
};

let district: District;
beforeAll(async () => {
  district = await aDistrict();
});
afterAll(() => setClock(undefined));

/** Each paper that leaves an office, as the pages and doors of the product make it. */
const PAPERS: Record<string, () => Promise<OfficialDocument>> = {
  "directiveDocument: văn bản chỉ đạo": async () => {
    const { id } = await anIssuedDirective(district);
    return must(await findDirectivePaper(district.lead, id, "text"));
  },
  "reminderDocument: công văn đôn đốc": async () => {
    const { id } = await anIssuedDirective(district);
    return must(await findDirectivePaper(district.officer, id, "reminder"));
  },
  "recallDocument: công văn thu hồi": async () => {
    const { id } = await anIssuedDirective(district);
    await recallDirective(district.officer, { directiveId: id, reason: "Nhầm thời hạn." });
    return must(await findDirectivePaper(district.officer, id, "recall"));
  },
  "rosterDocument: lịch trực": async () => {
    const made = await aPublishedRoster();
    return rosterDocument(must(await findRoster(made.district.officer, made.rosterId)));
  },
  "quickReportDocument: báo cáo nhanh": quickReport,
  ...Object.fromEntries(
    reportKinds.map((kind) => [
      `reportDocument: báo cáo sự cố, ${kind}`,
      async () => incidentReport(kind),
    ]),
  ),
  "summaryDocument: tổng hợp sự cố": async () =>
    summaryDocument({
      query: { from: "2025-01-01", to: "2025-06-20" },
      figures: [],
      helpers: ["Công an tỉnh"],
      issuer: "UBND huyện Hữu Lũng",
      at: instant,
    }),
  "evidenceListDocument: danh mục minh chứng": async () => evidenceListDocument(packet),
  "receiptDocument: biên bản giao nhận": async () => receiptDocument(packet),
  "periodDocument: báo cáo kỳ của nhà mạng": async () => must(periodDocument(period())),
  "synthesisDocument: báo cáo nhanh của huyện": () => synthesis("daily"),
  "synthesisDocument: báo cáo kết quả": () => synthesis("final"),
};

async function quickReport() {
  const made = await aPublishedRoster();
  const { id } = await db.quickReport.create({
    data: {
      unitId: made.lead.unitId,
      campaignId: made.campaign.id,
      dueAt: at("2025-01-28T16:00"),
    },
  });
  setClock("2025-01-28T15:30:00+07:00");
  await fileQuickReport(made.lead, {
    reportId: id,
    requestId: randomUUID(),
    edition: 0,
    kind: "report",
    situation: "- 14:00: Có 01 cuộc gọi giả danh ngân hàng.\n- 15:10: Đã báo Công an huyện.",
    openPoints: "",
    proposals: "Đề nghị nhà mạng chặn số.",
    reason: "",
  });
  setClock(undefined);
  return must(quickReportDocument(must(await findQuickReport(made.district.officer, id))));
}

const incidentReport = (kind: ReportKind) =>
  reportDocument({
    kind,
    reference: "05/BC-UBND",
    content: {
      reporterName: "UBND xã Yên Bình",
      detectedAt: "2025-01-28T19:10:00.000Z",
      recipients: "Chủ quản hệ thống\nĐơn vị chuyên trách",
      signerName: "Hoàng Văn Tuấn",
    },
    at: instant,
    incident: { code: "SC-2025-0007", drill: kind === "notice" },
  });

const packet: Packet = {
  incident: {
    code: "SC-2025-0007",
    drill: false,
    kind: "data_encryption",
    place: "Máy chủ tệp",
    detectedAt: instant,
    unit: "UBND xã Yên Bình",
  },
  giver: { fullName: "Lương Thị Hoa", title: "Công chức", phone: null, unit: "UBND xã Yên Bình" },
  pieces: [
    {
      id: randomUUID(),
      note: "Ảnh màn hình",
      addedAt: instant,
      addedBy: "Lương Thị Hoa",
      file: { name: "màn hình.png", size: 12_345, sha256: "0f".repeat(32) },
      custody: [
        {
          act: "received",
          at: instant,
          byName: "Lương Thị Hoa",
          unitName: "UBND xã Yên Bình",
          receiver: "",
          note: "",
        },
      ],
    },
  ],
  at: instant,
};

function period() {
  const row = Object.fromEntries(columns.map((column, index) => [column, index]));
  const figures = {
    rows: Object.fromEntries(complaintKinds.map((kind) => [kind, row])),
    extra: Object.fromEntries(extras.map((extra, index) => [extra, index])),
    subscribers: 12_000,
  } as Parameters<typeof periodDocument>[0]["editions"][number]["figures"];
  return {
    telco: { name: "Viettel chi nhánh Hữu Lũng" },
    period: {
      name: "Tuần 02/2025",
      startsOn: new Date("2025-01-06T00:00:00Z"),
      endsOn: new Date("2025-01-12T00:00:00Z"),
    },
    editions: [
      {
        number: 2,
        at: instant,
        by: "Vi Văn Nam",
        figures,
        note: "Tăng ở Mai Sao.",
        reason: "Đếm lại",
      },
    ],
  };
}

async function synthesis(kind: "daily" | "final") {
  const day = 24 * 3_600_000;
  const campaign = await db.campaign.create({
    data: {
      name: "Tết Ất Tỵ",
      startsAt: new Date(now().getTime() - 2 * day),
      endsAt: new Date(now().getTime() + 2 * day),
      openedAt: new Date(now().getTime() - 2 * day),
      createdById: district.officer.userId,
    },
  });
  const { id: directiveId } = await anIssuedDirective(district);
  await db.directive.update({ where: { id: directiveId }, data: { campaignId: campaign.id } });
  const { id } = await buildSynthesis(district.officer, {
    requestId: randomUUID(),
    kind,
    campaignId: campaign.id,
    day: kind === "daily" ? isoDay(now()) : null,
    comparedId: null,
  });
  return must(await findSynthesisDocument(district.officer, id));
}

const tight = (text: string) => text.normalize("NFC").replace(/\s+/g, "");

const printed = (document: OfficialDocument) =>
  renderToStaticMarkup(OfficialPaper({ document }))
    .replace(/<caption[\s\S]*?<\/caption>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");

describe("every paper says the same in Word, in PDF and on the print page", () => {
  test.each(Object.keys(PAPERS))(
    "%s",
    async (name) => {
      const document = await must(PAPERS[name])();
      const expected = tight(saidBy(layOut(document)).join(" "));
      expect(expected.length).toBeGreaterThan(200);
      const word = await mammoth.extractRawText({ buffer: await writeDocument(document, "docx") });
      expect(tight(word.value)).toBe(expected);
      const pdf = await readPdf(await writeDocument(document, "pdf"));
      expect(tight(pdf.text)).toBe(expected);
      expect(tight(printed(document))).toBe(expected);
      // Searchable, with its marks, by whoever looks for the national words; tagged and named.
      expect(pdf.text.replace(/\s+/g, " ")).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
      expect([pdf.language, pdf.marked, pdf.title]).toEqual(["vi-VN", true, document.title]);
      for (const font of pdf.fonts) expect(font).toMatch(/^[A-Z]{6}\+Tinos/);
      expect(pdf.edges.left).toBeGreaterThanOrEqual(29.5);
    },
    60_000,
  );

  test("and no paper is made that this list leaves out", () => {
    const makers = readdirSync("lib", { recursive: true, encoding: "utf8" })
      .filter((file) => /(paper|summary)\/rules\.ts$/.test(file))
      .flatMap((file) => [
        ...readFileSync(`lib/${file}`, "utf8").matchAll(
          /^export (?:async )?(?:function|const) (\w+Document)\b/gm,
        ),
      ])
      .map(([, name]) => name);
    const listed = new Set(Object.keys(PAPERS).map((name) => name.split(":")[0]));
    expect([...listed].sort()).toEqual([...new Set(makers)].sort());
  });
});
