import { Refusal } from "@/lib/errors";

/** Above these, parsing would hold up everybody else: its cost grows faster than the text. */
const MAX_BYTES = 20 * 1024 * 1024;
const MAX_ELEMENTS = 200_000;
const MAX_DEPTH = 200;

/** Looks at an XML part as it is unpacked, before any parser does. */
export class XmlGuard {
  private bytes = 0;
  private elements = 0;
  private depth = 0;
  private before = "";

  constructor(private readonly name: string) {}

  look(chunk: Buffer) {
    this.bytes += chunk.length;
    if (this.bytes > MAX_BYTES) refuseLong();
    const text = chunk.toString("latin1").replaceAll("\0", "");
    this.count(text);
    // A forbidden word may be cut in two by the border between chunks.
    this.forbid(this.before + text);
    this.before = text.slice(-40);
  }

  private count(text: string) {
    let last = this.before.slice(-1);
    for (const sign of text) {
      if (last === "<" && sign === "/") this.depth--;
      else if (last === "<" && sign !== "?" && sign !== "!") this.open();
      else if (last === "/" && sign === ">") this.depth--;
      last = sign;
    }
  }

  private open() {
    this.depth++;
    this.elements++;
    if (this.depth > MAX_DEPTH || this.elements > MAX_ELEMENTS) refuseLong();
  }

  private forbid(text: string) {
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) refuse("Tệp Word chứa khai báo XML không được phép.");
    if (this.name === "[Content_Types].xml" && /macroEnabled/i.test(text)) refuseMacros();
  }
}

/** Told apart, so that whoever knows a smaller form of the same can name it. */
export class TooLong extends Refusal {}

function refuseLong(): never {
  throw new TooLong("invalid", "Văn bản trong tệp quá dài hoặc quá phức tạp nên không mở.");
}

export const refuseMacros = () =>
  refuse("Tệp Word có chứa macro nên không nhận. Hãy lưu lại thành .docx.");

function refuse(message: string): never {
  throw new Refusal("invalid", message);
}
