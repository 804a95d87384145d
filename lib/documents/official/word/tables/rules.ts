import {
  BorderStyle,
  convertMillimetersToTwip,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  Paragraph as WordParagraph,
} from "docx";
import type { Columns, Grid, Paragraph } from "../../layout/schema";

type Write = (paragraph: Paragraph, width: number) => WordParagraph;

const mm = convertMillimetersToTwip;
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const thin = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const bordered = (edge: typeof none | typeof thin) => ({
  top: edge,
  bottom: edge,
  left: edge,
  right: edge,
  insideHorizontal: edge,
  insideVertical: edge,
});

/** Columns stand side by side in a table without lines, whose one row is never split. */
export function columnsTable({ parts }: Columns, write: Write) {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: widthOf(parts.reduce((sum, { width }) => sum + width, 0)),
    columnWidths: parts.map(({ width }) => mm(width)),
    borders: bordered(none),
    margins: { left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: parts.map(
          ({ width, flow }) =>
            new TableCell({
              width: widthOf(width),
              children: [...flow.flatMap((one) => withRule(one, width, write)), ...emptyIf(flow)],
            }),
        ),
      }),
    ],
  });
}

/** A line of a given length: an empty paragraph drawn in from both sides, with a border on top. */
export function withRule(paragraph: Paragraph, width: number, write: Write) {
  const written = write(paragraph, width);
  if (!paragraph.rule) return [written];
  const inset = mm(Math.max(0, (width - paragraph.rule) / 2));
  return [
    written,
    new WordParagraph({
      spacing: { before: 60, after: paragraph.after * 20, line: 60, lineRule: "exact" },
      indent: { left: inset, right: inset },
      keepNext: paragraph.keep,
      border: { top: { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 0 } },
    }),
  ];
}

/** Word repeats the head on each page; a row moves whole to the next page. */
export function gridTable({ widths, head, rows }: Grid, write: Write) {
  const row = (cells: Paragraph[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((cell, index) => {
        const width = widths[index] ?? 0;
        return new TableCell({
          width: widthOf(width),
          verticalAlign: isHead ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
          children: [write(cell, width)],
        });
      }),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: widthOf(widths.reduce((sum, width) => sum + width, 0)),
    columnWidths: widths.map((width) => mm(width)),
    borders: bordered(thin),
    margins: { left: mm(1.5), right: mm(1.5), top: mm(0.8), bottom: mm(0.8) },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

/** A cell without a paragraph is a broken file to Word. */
const emptyIf = (flow: Paragraph[]) => (flow.length === 0 ? [new WordParagraph("")] : []);

const widthOf = (millimetres: number) => ({ size: mm(millimetres), type: WidthType.DXA });
