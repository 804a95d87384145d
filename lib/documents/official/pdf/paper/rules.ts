import path from "node:path";
import PDFDocument from "pdfkit";
import { page } from "../../schema";
import type { Measure, Style } from "../lines/rules";

/** An element of the structure tree: what a screen reader walks through. */
export type Element = ReturnType<PDFKit.PDFDocument["struct"]>;

export const POINTS = 72 / 25.4;

/** Metric twins of Times New Roman with all of Vietnamese, in regular, bold, italic and both. */
const faces = ["400Regular", "700Bold", "400Regular_Italic", "700Bold_Italic"] as const;
const fontFile = (face: string) =>
  path.join(
    /* turbopackIgnore: true */ process.cwd(),
    "node_modules/@expo-google-fonts/tinos",
    face,
    `Tinos_${face}.ttf`,
  );
const faceOf = ({ bold, italic }: Style) =>
  faces[(bold ? 1 : 0) + (italic ? 2 : 0)] ?? "400Regular";

/** Parts of the type's size, from the font itself. */
const ASCENT = 0.891;
export const LEADING = 1.1494;

/** The pages of a file, with the place where the next line goes. Lengths are points from the top. */
export class Paper {
  readonly pdf: PDFKit.PDFDocument;
  readonly left = page.left * POINTS;
  /** The top of the text on the page, and where it must end. */
  readonly top = page.top * POINTS;
  y = this.top;
  #landscape = false;
  #number = 0;

  constructor(info: { title: string; author: string; at: Date }) {
    this.pdf = new PDFDocument({
      autoFirstPage: false,
      // None to begin with: a face opened twice under two names is read from disk at each use.
      font: null as unknown as string,
      pdfVersion: "1.7",
      // Its published types have not heard of this one.
      subset: "PDF/UA" as "PDF/A-1",
      tagged: true,
      lang: "vi-VN",
      displayTitle: true,
      info: { Title: info.title, Author: info.author, CreationDate: info.at, ModDate: info.at },
    });
    for (const face of faces) this.pdf.registerFont(face, fontFile(face));
  }

  get bottom() {
    return ((this.#landscape ? page.width : page.height) - page.bottom) * POINTS;
  }
  get room() {
    return this.bottom - this.y;
  }
  get fresh() {
    return this.y <= this.top;
  }

  /** The first page of the text or of an annex: its number is 1 and is not shown. */
  start(landscape: boolean) {
    this.#landscape = landscape;
    this.#number = 0;
    this.turn();
  }

  turn() {
    this.pdf.addPage({
      size: "A4",
      layout: this.#landscape ? "landscape" : "portrait",
      margin: 0,
    });
    this.#number += 1;
    this.y = this.top;
    if (this.#number > 1) this.#drawNumber();
  }

  measure: Measure = (text, style, size) => {
    this.pdf.font(faceOf(style)).fontSize(size);
    return this.pdf.widthOfString(text);
  };

  /** Text at a place; `top` is the upper edge of its line. */
  write(text: string, style: Style, size: number, x: number, top: number, height: number) {
    const baseline = top + (height - size * LEADING) / 2 + size * ASCENT;
    this.pdf.font(faceOf(style)).fontSize(size);
    this.pdf.text(text, x, baseline, { lineBreak: false, baseline: "alphabetic" });
  }

  /** What is drawn belongs to that element of the structure; it may be added to more than once. */
  mark(element: Element, tag: string, draw: () => void) {
    const content = this.pdf.markStructureContent(tag);
    draw();
    this.pdf.endMarkedContent();
    element.add(content);
  }

  /** Lines, dots, repeated heads, page numbers: seen, not read aloud. */
  artifact(type: "Layout" | "Pagination", draw: () => void) {
    this.pdf.markContent("Artifact", { type });
    draw();
    this.pdf.endMarkedContent();
  }

  stroke(fromX: number, fromY: number, toX: number, toY: number, width = 0.7) {
    this.pdf.lineWidth(width).strokeColor("black").moveTo(fromX, fromY).lineTo(toX, toY).stroke();
  }

  #drawNumber() {
    const said = String(this.#number);
    const style = { bold: false, italic: false };
    const width = this.measure(said, style, 14);
    const middle = this.left + (this.#width() - width) / 2;
    this.artifact("Pagination", () =>
      this.write(said, style, 14, middle, 10 * POINTS, 14 * LEADING),
    );
  }

  #width() {
    const whole = this.#landscape ? page.height : page.width;
    return (whole - page.left - page.right) * POINTS;
  }

  /** The width between the margins. */
  get width() {
    return this.#width();
  }
}
