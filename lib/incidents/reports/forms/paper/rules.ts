import type { Block, OfficialDocument } from "@/lib/documents/official/schema";
import { formatInstant, isoDay } from "@/lib/time";
import type { ReportKind } from "../../schema";
import { type FormField, reportForms } from "../fields/schema";
import type { FormContent } from "../schema";

const titles: Record<ReportKind, { type: string; form: string | null }> = {
  notice: { type: "THÔNG BÁO SỰ CỐ AN TOÀN THÔNG TIN MẠNG", form: null },
  initial: { type: "BÁO CÁO BAN ĐẦU SỰ CỐ MẠNG", form: "Mẫu số 03" },
  cause: { type: "BÁO CÁO NGUYÊN NHÂN, PHẠM VI, BIỆN PHÁP KHẮC PHỤC SỰ CỐ", form: null },
  progress: { type: "BÁO CÁO DIỄN BIẾN TÌNH HÌNH SỰ CỐ", form: null },
  closing: { type: "BÁO CÁO KẾT THÚC ỨNG PHÓ SỰ CỐ", form: "Mẫu số 04" },
};

type Sent = {
  kind: ReportKind;
  reference: string;
  content: FormContent;
  at: Date;
  incident: { code: string; drill: boolean };
};

/** A report as it was sent, in its form; what was left out stays a line to write on. */
export function reportDocument({ kind, reference, content, at, incident }: Sent): OfficialDocument {
  const { type, form } = titles[kind];
  const [, number, symbol = ""] = /^(\d+)\/(.+)$/.exec(reference) ?? [];
  const said = (name: string) => textOf(content[name]);
  const sections = reportForms[kind].filter(({ title }) => title !== "Gửi và ký");
  return {
    title: `${type} ${incident.code}`,
    issuer: said("reporterName") || "Đơn vị báo cáo",
    number: number ? Number(number) : null,
    symbol,
    place: said("place"),
    date: isoDay(at),
    stamp: incident.drill ? "DIỄN TẬP" : undefined,
    type,
    subject: `Sự cố ${incident.code}${form ? ` (${form}, Thông tư số 20/2017/TT-BTTTT)` : ""}`,
    addressees: linesOf(said("recipients")),
    body: [
      ...sections.flatMap(({ title, fields }, index): Block[] => [
        { kind: "heading", level: 2, text: `${index + 1}. ${title}` },
        ...fields.map((field) => blockOf(field, content[field.name])),
      ]),
      { kind: "field", label: "Thời gian thực hiện báo cáo", value: formatInstant(at) },
    ],
    closed: false,
    copies: ["Như trên;", "Lưu: VT."],
    signatures: [
      {
        authority: [said("signerPosition") || "Thủ trưởng đơn vị"],
        name: said("signerName"),
        note: "(Ký, ghi rõ họ tên, đóng dấu hoặc ký số)",
      },
    ],
    annexes: [],
  };
}

function blockOf(field: FormField, value: string | string[] | undefined): Block {
  const label = field.required ? `${field.label} (*)` : field.label;
  if (field.options) {
    const chosen = Array.isArray(value) ? value : [value];
    return {
      kind: "choices",
      label,
      options: field.options.map((option) => ({
        text: option.label,
        chosen: chosen.includes(option.value),
      })),
    };
  }
  const text = textOf(value);
  const shown = field.input === "moment" && text ? formatInstant(new Date(text)) : text;
  return { kind: "field", label, value: shown || null };
}

const textOf = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value.join("\n") : (value ?? "");

const linesOf = (text: string) =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line.length > 0);
