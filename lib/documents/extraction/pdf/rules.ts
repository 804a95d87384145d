import type { PDFDocumentProxy } from "pdfjs-dist";
import { Refusal } from "@/lib/errors";
import { type Glyphs, linesOfPage } from "./page/rules";
import { type TaggedPage, taggedPage, textOfTagged } from "./tagged/rules";

const MAX_PAGES = 300;
const MAX_MILLISECONDS = 30_000;
/** Fewer letters than this on all pages together is a scan with a stray mark. */
const LEAST_LETTERS = 20;

/** The text layer of a .pdf, its lines rebuilt from where the letters stand. */
export async function extractPdf(bytes: Uint8Array) {
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({
    // The reader takes its bytes over; the caller's stay his.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await inTime(task.promise.then(readPages));
  } catch (error) {
    throw asRefusal(error);
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

async function readPages(document: PDFDocumentProxy) {
  if (document.numPages > MAX_PAGES) refuse(`Tệp PDF có hơn ${MAX_PAGES} trang.`);
  const started = performance.now();
  const pages: string[] = [];
  const tagged: TaggedPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    if (performance.now() - started > MAX_MILLISECONDS) refuseSlow();
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    pages.push(linesOfPage(items.filter((item): item is Glyphs & typeof item => "str" in item)));
    tagged.push(taggedPage(items, await page.getStructTree()));
    page.cleanup();
  }
  const text = textOfTagged(tagged) ?? pages.join("\n");
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < LEAST_LETTERS) {
    refuse("Tệp PDF là bản chụp, không có lớp chữ. Hãy dán nội dung hoặc tải bản .docx.");
  }
  return text;
}

/** The clock also runs while the reader waits on a broken file that never answers. */
function inTime<T>(work: Promise<T>) {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Refusal("invalid", SLOW)), MAX_MILLISECONDS);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

const SLOW =
  "Đọc tệp PDF mất quá nhiều thời gian nên đã dừng. Hãy dán nội dung hoặc tải bản .docx.";
const refuseSlow = () => refuse(SLOW);

function asRefusal(error: unknown) {
  if (error instanceof Refusal) return error;
  if (error instanceof Error && error.name === "PasswordException") {
    return new Refusal("invalid", "Tệp PDF có mật khẩu. Hãy bỏ mật khẩu rồi tải lại.");
  }
  return new Refusal("invalid", "Tệp PDF bị hỏng, không mở được.");
}

function refuse(message: string): never {
  throw new Refusal("invalid", message);
}
