import { now } from "@/lib/time";
import { layOut } from "../layout/rules";
import type { Leaf } from "../layout/schema";
import type { OfficialDocument } from "../schema";
import { drawGrid } from "./grid/rules";
import { type Element, Paper } from "./paper/rules";
import { drawColumns, drawParagraph, lay, leastOf } from "./paragraphs/rules";

/** The document as .pdf: Tinos embedded, tagged in reading order, its text selectable. */
export async function writePdf(document: OfficialDocument, at = now()): Promise<Buffer> {
  const paper = new Paper({ title: document.title, author: document.issuer, at });
  const bytes = collect(paper.pdf);
  const root = paper.pdf.struct("Document");
  paper.pdf.addStructure(root);
  for (const { landscape, flow } of layOut(document)) {
    paper.start(landscape);
    await drawFlow(paper, flow, root);
  }
  root.end();
  paper.pdf.end();
  return bytes;
}

async function drawFlow(paper: Paper, flow: Leaf[], root: Element) {
  for (const [index, leaf] of flow.entries()) {
    if (leaf.kind === "grid") await drawGrid(paper, leaf, root);
    else if (leaf.kind === "columns") drawColumns(paper, leaf, root);
    else {
      const laid = lay(paper, leaf, paper.width);
      const together = laid.height + leaf.before + leaf.after + needOf(paper, flow, index);
      if (leaf.keep && together > paper.room && !paper.fresh) paper.turn();
      drawParagraph(paper, laid, root);
    }
  }
}

/** What must stand on the page of a heading: the beginning of what follows. */
function needOf(paper: Paper, flow: Leaf[], index: number): number {
  const next = flow[index + 1];
  if (!next) return 0;
  if (next.kind === "grid") return 60;
  if (next.kind === "columns") return columnsNeed(paper, next);
  const laid = lay(paper, next, paper.width);
  return leastOf(laid) + (next.keep ? needOf(paper, flow, index + 1) : 0);
}

function columnsNeed(paper: Paper, { parts }: Extract<Leaf, { kind: "columns" }>) {
  const heights = parts.map(({ width, flow }) =>
    flow.reduce((sum, paragraph) => {
      const { height } = lay(paper, paragraph, (width * 72) / 25.4);
      return sum + paragraph.before + height + paragraph.after;
    }, 0),
  );
  return Math.max(0, ...heights);
}

function collect(pdf: PDFKit.PDFDocument) {
  const chunks: Buffer[] = [];
  return new Promise<Buffer>((resolve, reject) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });
}
