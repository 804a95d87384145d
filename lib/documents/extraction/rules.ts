import { Refusal } from "@/lib/errors";
import { extractPdf } from "./pdf/rules";
import { decodePlain } from "./plain/rules";
import { extractWord } from "./word/rules";

export type UploadedFile = { name: string; bytes: Uint8Array };

export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** The text of a document, by what the file holds and not by what it is called. */
export async function extractText({ bytes }: UploadedFile): Promise<string> {
  if (bytes.length > MAX_FILE_BYTES) refuse("Tệp lớn hơn giới hạn 20 MB. Hãy chọn tệp nhỏ hơn.");
  if (bytes.length === 0) refuse("Tệp rỗng, không có nội dung nào để đọc.");

  const text = await readByContent(bytes);
  if (!/[\p{L}\p{N}]/u.test(text)) refuse("Tệp không có chữ nào để đọc.");
  return text;
}

function readByContent(bytes: Uint8Array) {
  if (startsWith(bytes, "PK\x03\x04")) return extractWord(bytes);
  if (latin(bytes.subarray(0, 1024)).includes("%PDF-")) return extractPdf(bytes);
  refuseForeign(bytes);
  return decodePlain(bytes);
}

const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const IMAGES = ["\x89PNG", "\xff\xd8\xff", "GIF8", "II*\0", "MM\0*", "BM", "\0\0\x01\0"];

function refuseForeign(bytes: Uint8Array) {
  if (startsWith(bytes, OLE)) refuseOle(bytes);
  if (
    IMAGES.some((sign) => startsWith(bytes, sign) && looksBinary(bytes)) ||
    isModernImage(bytes)
  ) {
    refuse("Tệp là ảnh. Hãy tải bản .docx, .pdf có lớp chữ hoặc .txt.");
  }
  if (startsWith(bytes, "PK")) refuse("Tệp nén bị hỏng hoặc rỗng, không mở được.");
  if (startsWith(bytes, "{\\rtf")) refuse("Tệp RTF chưa được hỗ trợ. Hãy lưu lại thành .docx.");
}

/** Word before 2007 and every encrypted Office file share this container. */
function refuseOle(bytes: Uint8Array): never {
  const words = latin(bytes).replaceAll("\0", "");
  if (words.includes("EncryptedPackage") || words.includes("EncryptionInfo")) {
    refuse("Tệp Word có mật khẩu. Hãy bỏ mật khẩu rồi tải lại.");
  }
  refuse("Tệp Word đời cũ (.doc) chưa được hỗ trợ. Hãy lưu lại thành .docx.");
}

const isModernImage = (bytes: Uint8Array) => {
  const head = latin(bytes.subarray(0, 16));
  return (
    (head.startsWith("RIFF") && head.includes("WEBP")) || /^.{4}ftyp(?:heic|heif|avif)/s.test(head)
  );
};

const looksBinary = (bytes: Uint8Array) => bytes.subarray(0, 4096).some((byte) => byte < 9);

const latin = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");

const startsWith = (bytes: Uint8Array, sign: string) =>
  latin(bytes.subarray(0, sign.length)) === sign;

function refuse(message: string): never {
  throw new Refusal("invalid", message);
}
