import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { createGunzip, createGzip } from "node:zlib";
import { openFile, sealFile } from "@/lib/auth/field-cipher";
import { TooLong } from "@/lib/documents/extraction/xml/rules";
import { readTable } from "@/lib/documents/table";
import { Refusal } from "@/lib/errors";
import { csvReader, writeCsv, writeCsvRow } from "../reading/rules";

/** Small enough that what is being sent meanwhile goes on. */
const PIECE = 32 * 1024;
const NO_TEXT = "Tệp không phải Excel (.xlsx) hay CSV UTF-8.";

/** A file as text, piece by piece, whatever it came as; a workbook is small, see `TooLong`. */
export async function* textOf(file: File): AsyncGenerator<string> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (head[0] === 0x50 && head[1] === 0x4b) {
    yield* workbookText(file);
    return;
  }
  const utf16 = { fffe: "utf-16le", feff: "utf-16be" }[Buffer.from(head).toString("hex")];
  const decoder = new TextDecoder(utf16 ?? "utf-8", { fatal: true });
  for await (const bytes of file.stream() as unknown as AsyncIterable<Uint8Array>) {
    yield decoded(decoder, bytes);
  }
  yield decoded(decoder);
}

function decoded(decoder: TextDecoder, bytes?: Uint8Array) {
  try {
    const text = decoder.decode(bytes, { stream: bytes !== undefined });
    if (!text.includes("\u0000")) return text.normalize("NFC");
  } catch {
    // Bytes that are no text of this kind: told below, as a zero byte is.
  }
  throw new Refusal("invalid", NO_TEXT);
}

async function* workbookText(file: File) {
  try {
    const rows = await readTable(new Uint8Array(await file.arrayBuffer()));
    yield writeCsv(rows.map(({ cells }) => cells));
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
    throw new Refusal(
      "invalid",
      "Tệp Excel quá lớn để đọc (khoảng 10.000 dòng). Trong Excel chọn Lưu thành CSV UTF-8 rồi tải tệp CSV lên.",
    );
  }
}

/** Text goes in as it comes; what is kept of it is packed, and sealed at the end. */
export function packer(id: string) {
  const gzip = createGzip({ level: 1 });
  const packed = buffer(gzip);
  const write = async (text: string) => {
    if (!gzip.write(text)) await once(gzip, "drain");
  };
  return {
    write,
    writeRow: (cells: string[]) => write(writeCsvRow(cells)),
    seal: async () => {
      gzip.end();
      return new Uint8Array(sealFile(id, await packed));
    },
  };
}

/** The rows of a sealed file, some at a time; nobody ever holds all of them. */
export async function* packedRows(id: string, sealed: Uint8Array): AsyncGenerator<string[][]> {
  const reader = csvReader();
  for await (const text of packedText(id, sealed)) yield reader.push(text);
  yield reader.end();
}

export async function* packedText(id: string, sealed: Uint8Array): AsyncGenerator<string> {
  const gunzip = createGunzip({ chunkSize: PIECE });
  gunzip.end(openFile(id, Buffer.from(sealed)));
  gunzip.setEncoding("utf8");
  yield* gunzip as AsyncIterable<string>;
}

export const isEmptyRow = (cells: string[]) => !cells.some((cell) => cell !== "");
