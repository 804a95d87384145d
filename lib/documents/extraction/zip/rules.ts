import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { Refusal } from "@/lib/errors";
import { refuseMacros, XmlGuard } from "../xml/rules";

const MAX_ENTRIES = 10_000;
const MAX_UNPACKED = 100 * 1024 * 1024;
const MAX_RATIO = 100;
/** Small files of empty styles pack well; a ratio only means something beyond this. */
const RATIO_MATTERS = 1024 * 1024;

/**
 * Unpacks every part once and throws it away: headers lie, so only real bytes are counted. Answers
 * with the names of the parts.
 */
export async function vetZip(bytes: Uint8Array) {
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const zip = await open(packed);
  if (zip.entryCount > MAX_ENTRIES) refuseBomb();

  const names: string[] = [];
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (names.push(entry.fileName) > MAX_ENTRIES) refuseBomb();
    refuseForeignPart(entry);
    unpacked += await vetPart(zip, entry, unpacked, packed.length);
  }
  return names;
}

const open = (packed: Buffer) =>
  fromBufferPromise(packed, {
    lazyEntries: true,
    validateEntrySizes: false,
    strictFileNames: false,
  });

function refuseForeignPart(entry: Entry) {
  if (entry.isEncrypted()) refuse("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi tải lại.");
  if (/vbaproject\.bin$|vbadata\.xml$/i.test(entry.fileName)) refuseMacros();
}

async function vetPart(zip: ZipFile, entry: Entry, before: number, packed: number) {
  if (entry.fileName.endsWith("/")) return 0;
  const stream = await zip.openReadStreamPromise(entry);
  let size = 0;
  let guard: XmlGuard | null = null;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (size === 0 && isXml(entry.fileName, chunk)) guard = new XmlGuard(entry.fileName);
    size += chunk.length;
    const total = before + size;
    const tooDense = total > RATIO_MATTERS && total / packed > MAX_RATIO;
    if (total > MAX_UNPACKED || tooDense) refuseBomb();
    guard?.look(chunk);
  }
  return size;
}

/** The main part is found by relations and may bear any name, so its beginning counts as well. */
const isXml = (name: string, beginning: Buffer) =>
  /\.(?:xml|rels)$/i.test(name) ||
  /^[\s\0\xef\xbb\xbf\xff\xfe]{0,200}</.test(beginning.subarray(0, 256).toString("latin1"));

const refuseBomb = () =>
  refuse("Tệp nén giải ra quá lớn hoặc quá nhiều phần; có thể là tệp phá hoại nên không mở.");

function refuse(message: string): never {
  throw new Refusal("invalid", message);
}
