import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { Refusal } from "@/lib/errors";

const MAX_ENTRIES = 10_000;
const MAX_UNPACKED = 100 * 1024 * 1024;
const MAX_RATIO = 100;
/** Above it, parsing the XML would hold up everybody else. */
const MAX_XML = 20 * 1024 * 1024;
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
  const xml = /\.(?:xml|rels)$/i.test(entry.fileName);
  const stream = await zip.openReadStreamPromise(entry);
  let size = 0;
  let tail = "";
  for await (const chunk of stream) {
    size += (chunk as Buffer).length;
    const total = before + size;
    const tooDense = total > RATIO_MATTERS && total / packed > MAX_RATIO;
    if (total > MAX_UNPACKED || tooDense) refuseBomb();
    if (!xml) continue;
    if (size > MAX_XML) refuse("Văn bản trong tệp dài quá mức cho phép (20 MB chữ).");
    tail = vetXml(tail + (chunk as Buffer).toString("latin1").replaceAll("\0", ""), entry.fileName);
  }
  return size;
}

/** Answers with the end of the chunk, where a forbidden word may have been cut in two. */
function vetXml(text: string, name: string) {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) refuse("Tệp Word chứa khai báo XML không được phép.");
  if (name === "[Content_Types].xml" && /macroEnabled/i.test(text)) refuseMacros();
  return text.slice(-40);
}

const refuseBomb = () =>
  refuse("Tệp nén giải ra quá lớn hoặc quá nhiều phần; có thể là tệp phá hoại nên không mở.");
const refuseMacros = () =>
  refuse("Tệp Word có chứa macro nên không nhận. Hãy lưu lại thành .docx.");

function refuse(message: string): never {
  throw new Refusal("invalid", message);
}
