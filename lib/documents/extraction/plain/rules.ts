import { Refusal } from "@/lib/errors";

/** Plain text or markdown: UTF-8, or UTF-16 when it says so with its first two bytes. */
export function decodePlain(bytes: Uint8Array) {
  const text = decode(bytes);
  const head = text.slice(0, 400).trimStart().toLowerCase();
  if (/^(?:<\?xml[^>]{0,200}>\s{0,20})?<(?:!doctype|html|head|body|svg)/.test(head)) {
    throw new Refusal(
      "invalid",
      "Tệp là trang web, không phải văn bản. Hãy tải .docx, .pdf hoặc .txt.",
    );
  }
  return text;
}

function decode(bytes: Uint8Array) {
  try {
    const encoding = encodingOf(bytes);
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (isProse(text)) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new Refusal(
    "invalid",
    "Không đọc được tệp này. Hãy tải .docx, .pdf có lớp chữ, hoặc .txt mã UTF-8.",
  );
}

function encodingOf([first, second]: Uint8Array) {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return "utf-8";
}

/** Control signs other than tabs and breaks do not occur in text that people wrote. */
function isProse(text: string) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return !/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
}
