/** A document of an office by Nghị định 30/2020, before anyone decided how it is written down. */
export type OfficialDocument = {
  /** What the file calls itself: shown in the title bar of a reader. */
  title: string;
  /** The body above the issuer, when one is printed. */
  superior?: string;
  issuer: string;
  number: number | null;
  symbol: string;
  place: string;
  /** `2025-01-05`; null leaves the day to be written by hand. */
  date: string | null;
  /** In a red box under the number: `HỎA TỐC`, `ĐÃ THU HỒI`, `DIỄN TẬP`. */
  stamp?: string;
  /** `BÁO CÁO`; null for a công văn, which bears no type and states its subject after `V/v`. */
  type: string | null;
  subject: string;
  addressees: string[];
  body: Block[];
  /** The `./.` after the last words; a form that ends with a table or a field has none. */
  closed: boolean;
  copies: string[];
  signatures: Signature[];
  annexes: Annex[];
};

/** One who signs: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH` are three lines. */
export type Signature = { authority: string[]; name: string; note?: string };

export type Annex = { title: string; body: Block[]; landscape?: boolean };

export type Block =
  /** 1 is `I.` in capitals, 2 is `1.`, both bold on a line of their own. */
  | { kind: "heading"; level: 1 | 2; text: string }
  | { kind: "paragraph"; text: string; lead?: string; italic?: boolean }
  /** `a)`, `-`, `1.` before its words. */
  | { kind: "point"; mark: string; text: string }
  /** A line of a form; what is not known stays a dotted line to write on. */
  | { kind: "field"; label: string; value: string | null }
  | { kind: "choices"; label: string; options: { text: string; chosen: boolean }[] }
  | {
      kind: "table";
      /** What it lists, for those who hear it. */
      caption: string;
      columns: Column[];
      rows: string[][];
      total?: string[];
    };

/** Widths are shares of the whole table. */
export type Column = { title: string; width: number; align?: "left" | "center" | "right" };

/** Millimetres of A4; the text between them is 165 wide. */
export const page = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 };
