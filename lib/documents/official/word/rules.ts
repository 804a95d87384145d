import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  type FileChild,
  Header,
  HeadingLevel,
  type ISectionOptions,
  LeaderType,
  LineRuleType,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Tab,
  TabStopType,
  TextRun,
  Paragraph as WordParagraph,
} from "docx";
import { layOut, textWidth } from "../layout/rules";
import type { Leaf, Paragraph, Sheet } from "../layout/schema";
import { type OfficialDocument, page } from "../schema";
import { columnsTable, gridTable, withRule } from "./tables/rules";

const FONT = "Times New Roman";

/** The document as .docx, for whoever goes on writing in it. */
export async function writeWord(document: OfficialDocument): Promise<Buffer> {
  const file = new Document({
    title: document.title,
    creator: document.issuer,
    lastModifiedBy: document.issuer,
    styles: {
      default: {
        document: { run: { font: FONT, size: 28, language: { value: "vi-VN" } } },
        title: headingStyle,
        heading1: headingStyle,
        heading2: headingStyle,
      },
    },
    sections: layOut(document).map(sectionOf),
  });
  return Packer.toBuffer(file);
}

/** Headings are headings to Word's outline, and look like the text they stand in. */
const headingStyle = { run: { font: FONT, color: "000000", bold: true } };

function sectionOf({ landscape, flow }: Sheet): ISectionOptions {
  const mm = convertMillimetersToTwip;
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          width: mm(page.width),
          height: mm(page.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: mm(page.top),
          bottom: mm(page.bottom),
          left: mm(page.left),
          right: mm(page.right),
          header: mm(10),
        },
        pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
      },
    },
    headers: { default: pageNumber(), first: new Header({ children: [new WordParagraph("")] }) },
    children: [...flow.flatMap(childrenOf(textWidth(landscape))), gap()],
  };
}

/** In the middle of the top margin, from the second page on. */
const pageNumber = () =>
  new Header({
    children: [
      new WordParagraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: 28 })],
      }),
    ],
  });

const childrenOf =
  (width: number) =>
  (leaf: Leaf): FileChild[] => {
    if (leaf.kind === "paragraph") return withRule(leaf, width, wordParagraph);
    if (leaf.kind === "columns") return [columnsTable(leaf, wordParagraph)];
    return [gridTable(leaf, wordParagraph), gap()];
  };

/** Word grows two tables together that have no paragraph between them. */
const gap = () => new WordParagraph({ spacing: { line: 120, lineRule: LineRuleType.EXACT } });

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
};

const levels = {
  text: undefined,
  title: HeadingLevel.TITLE,
  heading: HeadingLevel.HEADING_1,
  subheading: HeadingLevel.HEADING_2,
};

/** A paragraph within a space of that many millimetres. */
function wordParagraph(paragraph: Paragraph, width: number) {
  const mm = convertMillimetersToTwip;
  const { rule, boxed } = paragraph;
  return new WordParagraph({
    heading: levels[paragraph.role],
    alignment: alignments[paragraph.align],
    keepNext: paragraph.keep,
    spacing: {
      before: paragraph.before * 20,
      after: (rule ? 0 : paragraph.after) * 20,
      line: Math.round(240 * paragraph.spacing),
      lineRule: LineRuleType.AUTO,
    },
    indent: {
      left: mm(paragraph.left),
      firstLine: mm(paragraph.first),
      ...(boxed ? { left: mm(width / 4), right: mm(width / 4) } : {}),
    },
    border: boxed ? red : undefined,
    tabStops: paragraph.leader
      ? [{ type: TabStopType.RIGHT, position: mm(width), leader: LeaderType.DOT }]
      : [],
    children: [
      ...paragraph.runs.flatMap(({ text, bold, italic }) =>
        text.split("\n").map(
          (said, nth) =>
            new TextRun({
              text: said,
              break: nth > 0 ? 1 : undefined,
              bold: bold ?? false,
              italics: italic,
              size: paragraph.size * 2,
              font: FONT,
              color: boxed ? "FF0000" : undefined,
            }),
        ),
      ),
      ...(paragraph.leader ? [new TextRun({ children: [new Tab()] })] : []),
    ],
  });
}

const edge = { style: BorderStyle.SINGLE, size: 8, color: "FF0000", space: 2 };
const red = { top: edge, bottom: edge, left: edge, right: edge };
