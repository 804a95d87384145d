import { describe, expect } from "vitest";
import { writeDocument } from "@/lib/documents/official/rules";
import { readPdf } from "@/tests/support/documents";
import { inkOf, millimetres, opened, rendered, testWith } from "@/tests/support/programs";
import { theIssuedSeed } from "@/tests/support/seed-directive";

let issued: ReturnType<typeof theIssuedSeed> | undefined;
const seed = () => {
  issued ??= theIssuedSeed();
  return issued;
};

const withPoppler = testWith("poppler");
const withOffice = testWith("office");

describe("the issued directive of Hữu Lũng as a machine draws it", () => {
  withPoppler("pdftoppm: two pages of A4, the ink within the decree's margins", async (command) => {
    const { paper } = await seed();
    const pages = rendered(command, await writeDocument(paper, "pdf"));
    expect(pages).toHaveLength(2);
    for (const [index, page] of pages.entries()) {
      expect(Math.round(millimetres(page.width))).toBe(210);
      expect(Math.round(millimetres(page.height))).toBe(297);
      const ink = inkOf(page, { top: 20, bottom: 999, left: 0, right: 999 });
      if (!ink) throw new Error(`page ${index + 1} is blank`);
      expect(ink.dots).toBeGreaterThan(5_000);
      // A full line of the body reaches from one margin to the other, and nothing reaches further.
      expect(ink.left).toBeGreaterThanOrEqual(29.5);
      expect(ink.left).toBeLessThanOrEqual(31);
      expect(ink.right).toBeGreaterThanOrEqual(194);
      expect(ink.right).toBeLessThanOrEqual(195.5);
      expect(ink.bottom).toBeLessThanOrEqual(277.5);
      // The page number: in the middle of the text's width, above it, not on the first page.
      const above = inkOf(page, { top: 0, bottom: 19.5, left: 0, right: 999 });
      if (index === 0) expect(above).toBeNull();
      else {
        const middle = ((above?.left ?? 0) + (above?.right ?? 0)) / 2;
        expect(Math.abs(middle - 112.5)).toBeLessThan(1);
        expect((above?.right ?? 0) - (above?.left ?? 0)).toBeLessThan(8);
      }
    }
  });

  withPoppler(
    "pdftoppm: the country stands at the top right, the issuer at its left",
    async (command) => {
      const { paper } = await seed();
      const bytes = await writeDocument(paper, "pdf");
      const [page] = rendered(command, bytes);
      const { places } = await readPdf(bytes);
      if (!page) throw new Error("no page");
      // Where the words are said to stand there is ink, and where they end there is none.
      const [title, motto, issuer] = ["CỘNG HÒA XÃ HỘI", "Độc lập - Tự do", "ỦY BAN NHÂN"].map(
        (text) => places.find((one) => one.page === 1 && one.text.startsWith(text)),
      );
      for (const place of [title, motto]) {
        expect(place?.left).toBeGreaterThan(issuer?.right ?? 999);
        expect(place?.right).toBeLessThanOrEqual(195.5);
        expect(place?.base).toBeLessThan(33);
      }
      expect(issuer?.right).toBeLessThan(97);
      expect(Math.abs((issuer?.base ?? 0) - (title?.base ?? 99))).toBeLessThan(0.5);
      for (const place of [title, motto, issuer]) {
        const { left = 0, right = 0, base = 0 } = place ?? {};
        const ink = inkOf(page, { top: base - 4, bottom: base, left: left - 1, right: right + 1 });
        expect(ink?.left).toBeCloseTo(left, 0);
        expect(Math.abs((ink?.right ?? 0) - right)).toBeLessThan(0.7);
      }
      // Both are centred in one column: their middles agree.
      const middle = (place: typeof title) => ((place?.left ?? 0) + (place?.right ?? 99)) / 2;
      expect(Math.abs(middle(title) - middle(motto))).toBeLessThan(0.5);
      expect(middle(title)).toBeGreaterThan(135);
    },
  );

  withOffice(
    "LibreOffice opens the .docx without a warning, on as many pages as the .pdf",
    async (command) => {
      const { paper } = await seed();
      const { status, warnings, pdf } = opened(command, await writeDocument(paper, "docx"));
      expect({ status, warnings }).toEqual({ status: 0, warnings: [] });
      const [ours, theirs] = [await readPdf(await writeDocument(paper, "pdf")), await readPdf(pdf)];
      expect(theirs.pages).toHaveLength(ours.pages.length);
      const words = (text: string) => text.normalize("NFC").replace(/\s+/g, "");
      // It reads the page number as text too.
      const said = theirs.pages.map((page, index) =>
        words(page).replace(index > 0 ? new RegExp(`^${index + 1}`) : "", ""),
      );
      expect(said).toEqual(ours.pages.map(words));
    },
  );
});
