import { readFileSync } from "node:fs";
import { Document, Packer, Paragraph } from "docx";
import PdfDocument from "pdfkit";
import { type DocumentForm, writeDocument } from "@/lib/documents/official/rules";
import type { Block, OfficialDocument } from "@/lib/documents/official/schema";

const FONT = "node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf";
const UNITS = 26;

/** As long as what the district tells the province after a campaign: eight chapters, an annex each. */
const chapters: Block[] = Array.from({ length: 8 }, (_, chapter): Block[] => [
  { kind: "heading", level: 1, text: `Nội dung thứ ${chapter + 1}` },
  ...Array.from(
    { length: 6 },
    (_, n): Block => ({
      kind: "paragraph",
      text: `${n + 1}. Các cơ quan, đơn vị và Ủy ban nhân dân các xã, thị trấn đã tổ chức trực 24/24 giờ, rà soát lỗ hổng bảo mật, cập nhật bản vá cho máy chủ, máy trạm và tuyên truyền tới người dân về các thủ đoạn lừa đảo qua mạng trong dịp Tết Nguyên đán.`,
    }),
  ),
]).flat();

const table: Block = {
  kind: "table",
  caption: "Kết quả theo đơn vị",
  columns: ["TT", "Đơn vị", "Số ca trực", "Sự cố", "Phản ánh"].map((title, column) => ({
    title,
    width: column === 1 ? 4 : 1,
  })),
  rows: Array.from({ length: UNITS }, (_, n) => [
    String(n + 1),
    `Ủy ban nhân dân xã số ${n + 1}`,
    "18",
    "0",
    String(n * 3),
  ]),
};

const report: OfficialDocument = {
  title: "Báo cáo kết quả bảo đảm an toàn thông tin mạng",
  issuer: "ỦY BAN NHÂN DÂN HUYỆN HỮU LŨNG",
  number: 41,
  symbol: "BC-UBND",
  place: "Hữu Lũng",
  date: "2025-02-05",
  type: "BÁO CÁO",
  subject: "Kết quả bảo đảm an toàn thông tin mạng dịp Tết Nguyên đán Ất Tỵ 2025",
  addressees: ["Ủy ban nhân dân tỉnh"],
  body: chapters,
  closed: true,
  copies: ["Như trên", "Lưu: VT"],
  signatures: [
    { authority: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], name: "Nguyễn Văn A" },
  ],
  annexes: Array.from({ length: 8 }, (_, n) => ({ title: `Phụ lục ${n + 1}`, body: [table] })),
};

const lines = [
  ...chapters.flatMap((block) => ("text" in block ? [block.text] : [])),
  ...report.annexes.flatMap(() =>
    table.kind === "table" ? table.rows.map((row) => row.join(" ")) : [],
  ),
];

/** Floor: the same words by the same library, one plain line below the other, no table and no layout. */
export const paperOf = (form: DocumentForm) => ({
  name: `Báo cáo gửi tỉnh thành tệp .${form} (sàn: chữ trơn)`,
  repeats: 20,
  prepare: async () => undefined,
  floor: () => (form === "docx" ? plainWord() : plainPdf()),
  run: async () => {
    const bytes = await writeDocument(report, form);
    if (bytes.length < 10_000) throw new Error("the paper is empty");
  },
});

const plainWord = () =>
  Packer.toBuffer(
    new Document({ sections: [{ children: lines.map((text) => new Paragraph(text)) }] }),
  );

function plainPdf() {
  const pdf = new PdfDocument({ size: "A4" });
  const ended = new Promise((resolve) => pdf.on("end", resolve));
  pdf.on("data", () => undefined);
  pdf.font(readFileSync(FONT) as unknown as PDFKit.Mixins.PDFFontSource).fontSize(13);
  for (const text of lines) pdf.text(text);
  pdf.end();
  return ended;
}
