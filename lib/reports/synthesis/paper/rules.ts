import type { Annex, Block, OfficialDocument } from "@/lib/documents/official/schema";
import { cellWords, columnTitle, figureWords } from "../../chapters/labels";
import { byGroup } from "../../chapters/rules";
import type { Chapter, Figure } from "../../chapters/schema";
import { synthesisName } from "../labels";
import type { SynthesisKind, Words } from "../schema";

type Report = {
  kind: SynthesisKind;
  number: number | null;
  issuedOn: string | null;
  signedAt: Date | null;
  countedFrom: Date;
  campaign: { name: string };
  compared: { name: string } | null;
  issuer: string;
  words: Words;
  chapters: Chapter[];
};

const ROMAN = ["I", "II", "III", "IV", "V"];

/** The report as it is signed: words, figures, and an annex for each chapter with rows. */
export function synthesisDocument(report: Report): OfficialDocument {
  const { words, chapters, compared } = report;
  const parts: { title: string; body: Block[] }[] = [
    {
      title: "Kết quả thực hiện",
      body: chapters.flatMap((chapter, index) => chapterBlocks(chapter, index + 1, report)),
    },
    { title: "Khó khăn, vướng mắc", body: paragraphs(words.difficulties) },
    { title: "Đề xuất, kiến nghị", body: paragraphs(words.proposals) },
  ];
  return {
    title: synthesisName(report),
    issuer: report.issuer,
    number: report.number,
    symbol: words.symbol,
    place: words.place,
    date: report.issuedOn,
    stamp: report.signedAt ? undefined : "DỰ THẢO",
    type: "BÁO CÁO",
    subject: words.subject,
    addressees: linesOf(words.addressees),
    body: [
      ...paragraphs(words.opening),
      ...parts.flatMap(({ title, body }, index): Block[] => [
        { kind: "heading", level: 1, text: `${ROMAN[index]}. ${title}` },
        ...(body.length > 0 ? body : paragraphs("Không có.")),
      ]),
      ...paragraphs(
        compared
          ? `Số liệu so sánh lấy từ ${compared.name}.`
          : `Trên đây là báo cáo của ${report.issuer}.`,
      ),
    ],
    closed: true,
    copies: linesOf(words.copies),
    signatures: [{ authority: [words.authority, words.position], name: words.signer }],
    annexes: chapters.filter(({ rows }) => rows.length > 0).map(annexOf),
  };
}

function chapterBlocks(chapter: Chapter, number: number, { words, compared }: Report): Block[] {
  return [
    { kind: "heading", level: 2, text: `${number}. ${chapter.title}` },
    ...paragraphs(words.chapters[chapter.code] ?? chapter.drafted),
    figureTable(chapter, compared?.name ?? null),
    ...groupTable(chapter),
  ];
}

function figureTable({ title, figures, earlier }: Chapter, beside: string | null): Block {
  const before = new Map((earlier ?? []).map((figure) => [figure.code, figure]));
  return {
    kind: "table",
    caption: `Số liệu: ${title}`,
    columns: [
      { title: "Chỉ tiêu", width: 7 },
      { title: "Kết quả", width: 4, align: "right" },
      ...(beside ? [{ title: beside, width: 4, align: "right" as const }] : []),
    ],
    rows: figures.map((figure) => [
      figure.label,
      withReason(figure),
      ...(beside ? [withReason(before.get(figure.code))] : []),
    ]),
  };
}

function withReason(figure: Figure | undefined) {
  if (!figure) return "không có số";
  return figure.why ? `${figureWords(figure)} (${figure.why})` : figureWords(figure);
}

/** Sums by group of units, where there is more than one and something to sum. */
function groupTable(chapter: Chapter): Block[] {
  const columns = chapter.columns.filter(({ kind }) => kind === "count" || kind === "minutes");
  const groups = byGroup(chapter);
  if (groups.length < 2 || columns.length === 0) return [];
  return [
    {
      kind: "table",
      caption: `Theo nhóm: ${chapter.title}`,
      columns: [
        { title: "Nhóm", width: 5 },
        { title: "Số dòng", width: 2, align: "right" },
        ...columns.map((column) => ({
          title: columnTitle(column),
          width: 2,
          align: "right" as const,
        })),
      ],
      rows: groups.map(({ group, units, sums }) => [
        group,
        String(units),
        ...columns.map((column) => cellWords(column, sums.get(column.key))),
      ]),
    },
  ];
}

const annexOf = ({ title, columns, rows }: Chapter): Annex => ({
  title,
  landscape: columns.length > 4,
  body: [
    {
      kind: "table",
      caption: title,
      columns: [
        { title: "STT", width: 1, align: "center" },
        { title: "Đơn vị", width: 5 },
        ...columns.map((column) => ({
          title: columnTitle(column),
          width: column.kind === "text" ? 4 : 2,
          align: column.kind === "text" ? ("left" as const) : ("right" as const),
        })),
      ],
      rows: rows.map(({ name, cells }, index) => [
        String(index + 1),
        name,
        ...columns.map((column) => cellWords(column, cells[column.key])),
      ]),
    },
  ],
});

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.replace(/^[-–\s]+/, "").trim())
    .filter(Boolean);

const paragraphs = (text: string): Block[] =>
  linesOf(text).map((line) => ({ kind: "paragraph", text: line }));
