import { z } from "zod";
import type { Block, OfficialDocument } from "@/lib/documents/official/schema";
import { formatDay, formatInstant, isoDay, localInput } from "@/lib/time";
import { documentNumber } from "../labels";
import type { FollowUp } from "../matrix/queries";
import type { DirectiveView } from "../queries";
import { readDeadline } from "../reading/deadlines/rules";
import { readFrame } from "../reading/frame/rules";

/** What of a directive is printed. */
export type Printed = Pick<
  DirectiveView,
  | "state"
  | "issuer"
  | "number"
  | "symbol"
  | "place"
  | "issuedOn"
  | "subject"
  | "sourceText"
  | "basis"
  | "addressees"
  | "copies"
  | "signerAuthority"
  | "signerPosition"
  | "signerName"
  | "supportContacts"
> & { sections: { heading: string; obligations: { text: string; dueAt: Date | null }[] }[] };

/** The directive as it is signed: its sections in their order within the words around them. */
export function directiveDocument(directive: Printed): OfficialDocument {
  const { opening, closing } = frameOf(directive);
  const { sections } = directive;
  return {
    ...letterOf(directive),
    title: `${documentNumber(directive)}: ${directive.subject}`,
    stamp: stamps[directive.state],
    number: directive.number,
    date: directive.issuedOn ? isoDay(directive.issuedOn) : null,
    subject: directive.subject,
    addressees: directive.addressees,
    body: withContacts(directive.supportContacts, [
      ...opening.map(paragraph),
      ...sections.flatMap((section, index) => sectionBlocks(section, index, sections.length)),
      ...closing.map(paragraph),
    ]),
    copies: directive.copies,
  };
}

const contactsSchema = z.array(z.object({ name: z.string().nullable(), phone: z.string() }));

/** Whom to call, where the text does not say it yet: some letters tell it below their `./.`. */
function withContacts(supportContacts: unknown, body: Block[]): Block[] {
  const said = figuresOf(body.map((block) => ("text" in block ? block.text : "")).join(" "));
  const left = contactsSchema
    .catch([])
    .parse(supportContacts)
    .filter(({ phone }) => !said.includes(figuresOf(phone)));
  if (left.length === 0) return body;
  const named = left.map(({ name, phone }) => (name ? `${name}, số điện thoại ${phone}` : phone));
  return [
    ...body,
    paragraph(`Trong quá trình thực hiện, nếu có vướng mắc, liên hệ ${named.join("; ")}.`),
  ];
}

const figuresOf = (text: string) => text.replace(/\D/g, "");

const stamps: Partial<Record<DirectiveView["state"], string>> = {
  draft: "DỰ THẢO",
  for_signature: "DỰ THẢO",
  recalled: "ĐÃ THU HỒI",
};

/** The letter that calls a directive back; without a number until the office gives it one. */
export function recallDocument(directive: DirectiveView): OfficialDocument {
  const { issuer, recalledAt, recallReason } = directive;
  const named = nameOf(directive);
  return {
    ...letterOf(directive),
    title: `Thu hồi ${documentNumber(directive)}`,
    subject: `thu hồi ${shortName(directive)}`,
    addressees: directive.addressees,
    body: [
      paragraph(
        `${issuer.name} thu hồi ${named}${recalledAt ? ` kể từ ${formatInstant(recalledAt)}` : ""}.`,
      ),
      { kind: "field", label: "Lý do", value: recallReason },
      paragraph(
        "Đề nghị các cơ quan, đơn vị đã nhận văn bản dừng thực hiện, hủy bản đã nhận trên hệ thống quản lý văn bản và thông báo lại việc đã thu hồi theo khoản 4 Điều 18 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.",
      ),
    ],
    copies: directive.copies,
  };
}

/** More than these stand in an annex. */
const FEW = 12;

/** The letter that urges whoever owes a report: first those past their day, else all that are open. */
export function reminderDocument(
  directive: DirectiveView,
  rows: FollowUp[],
  at: Date,
): OfficialDocument {
  const open = rows.filter(({ reportedAt }) => reportedAt === null);
  const late = open.filter(({ timeliness }) => timeliness === "overdue");
  const owed = late.length > 0 ? late : open;
  const units = [...new Set(owed.map(({ unit }) => unit))];
  const few = units.length <= FEW;
  const table = owedTable(owed);
  const where = few ? "dưới đây" : "trong danh sách kèm theo";
  const what = late.length > 0 ? "đã quá hạn mà chưa báo cáo kết quả" : "chưa báo cáo kết quả";
  const found =
    owed.length > 0
      ? `Đến ${formatInstant(at)}, các đơn vị ${where} ${what}:`
      : `Đến ${formatInstant(at)}, các đơn vị nhận văn bản đã báo cáo đủ kết quả.`;
  const asked =
    "Đề nghị Thủ trưởng các đơn vị khẩn trương chỉ đạo thực hiện, báo cáo kết quả trên hệ thống; trường hợp có khó khăn, vướng mắc, báo cáo ngay để được hướng dẫn.";
  return {
    ...letterOf(directive),
    title: `Đôn đốc thực hiện ${documentNumber(directive)}`,
    subject: `đôn đốc thực hiện ${shortName(directive)}`,
    addressees: few && units.length > 0 ? units : ["Các đơn vị có tên trong danh sách kèm theo"],
    body: [
      paragraph(`Thực hiện ${nameOf(directive)}.`),
      paragraph(found),
      ...(few && owed.length > 0 ? [table] : []),
      ...(owed.length > 0 ? [paragraph(asked)] : []),
    ],
    copies: directive.copies,
    annexes: few ? [] : [{ title: "Danh sách nhiệm vụ chưa có báo cáo", body: [table] }],
  };
}

function owedTable(owed: FollowUp[]): Block {
  return {
    kind: "table",
    caption: "Nhiệm vụ chưa có báo cáo",
    columns: [
      { title: "STT", width: 1.2, align: "center" },
      { title: "Đơn vị", width: 4 },
      { title: "Nhiệm vụ", width: 8 },
      { title: "Thời hạn", width: 2.6, align: "center" },
    ],
    rows: owed.map(({ unit, obligation, dueAt }, index) => [
      String(index + 1),
      unit,
      obligation,
      dueAt ? formatInstant(dueAt) : "",
    ]),
  };
}

/** A công văn of the same issuer, signed by the same post. */
function letterOf({ issuer, symbol, place, signerAuthority, signerPosition, signerName }: Printed) {
  return {
    issuer: issuer.name,
    number: null,
    symbol,
    place,
    date: null,
    type: null,
    closed: true,
    // Read from one line, its parts stand one below the other.
    signatures: [
      { authority: [...signerAuthority.split(" / "), signerPosition], name: signerName },
    ],
    annexes: [],
  };
}

type Section = Printed["sections"][number];

/**
 * A numbered heading of its own where there is more than one, then its points. A section without a
 * heading begins with its number all the same, or it would be read as part of the one above.
 */
function sectionBlocks({ heading, obligations }: Section, index: number, count: number): Block[] {
  const titled = heading.trim().length > 0;
  const number = count > 1 ? `${index + 1}. ` : "";
  const points = obligations.map(
    (obligation, nth): Block => ({
      kind: "point",
      mark: !titled && number && nth === 0 ? number.trim() : "-",
      text: withDeadline(obligation),
    }),
  );
  if (!titled) return points;
  return [{ kind: "heading", level: 2, text: number + heading }, ...points];
}

/** The limit set for it, where its words state none or another one. */
function withDeadline({ text, dueAt }: Section["obligations"][number]) {
  if (!dueAt) return text;
  const local = localInput(dueAt);
  const [day = "", time] = local.split("T");
  const stated = readDeadline(text).dueAt;
  if (stated?.slice(0, 10) === day || stated?.slice(0, 16) === local) return text;
  const limit = time === "23:59" ? "hết ngày" : `${time} ngày`;
  const [, said = text, end = ""] = /^([\s\S]*?)([.;]?\s*)$/.exec(text) ?? [];
  return `${said} (hạn: ${limit} ${dayOf(day)})${end}`;
}

const paragraph = (text: string): Block => ({ kind: "paragraph", text });

const basisSchema = z.array(
  z.object({
    number: z.string().nullable(),
    date: z.string().nullable(),
    issuer: z.string().nullable(),
  }),
);

/**
 * The words around the sections, as they were in the source. An opening that does not name every
 * document the directive rests on was written before these were mended, and is written anew.
 */
function frameOf({ sourceText, basis, sections, issuer }: Printed) {
  const rests = basisSchema.catch([]).parse(basis);
  const frame = readFrame(sourceText);
  const work = sections.flatMap(({ obligations }) => obligations.map(({ text }) => tight(text)));
  const closing = frame.closing.filter((text) => !work.some((said) => said.includes(tight(text))));
  const before = frame.opening.join(" ");
  const whole = rests.every(({ number }) => number === null || before.includes(number));
  if (whole && before.length > 0) return { opening: frame.opening, closing };
  const named = rests.map(({ number, date, issuer: by }) =>
    ["văn bản", number && `số ${number}`, date && `ngày ${dayOf(date)}`, by && `của ${by}`]
      .filter(Boolean)
      .join(" "),
  );
  const start = named.length > 0 ? `Thực hiện ${named.join("; ")}, ` : "";
  const opening = `${start}${issuer.name} yêu cầu các cơ quan, đơn vị thực hiện các nội dung sau:`;
  return { opening: [opening], closing };
}

const tight = (text: string) => text.normalize("NFC").replace(/[\s.;:/]+/g, "");

const dayOf = (iso: string) => iso.split("-").reverse().join("/");

/** `Công văn số 05/UBND-VH`; the whole name once, in the first sentence. */
const shortName = ({ number, symbol }: DirectiveView) =>
  `Công văn ${documentNumber({ number, symbol }).replace(/^Số/, "số")}`;

const nameOf = (directive: DirectiveView) =>
  [
    shortName(directive),
    directive.issuedOn ? `ngày ${formatDay(directive.issuedOn)}` : "",
    `của ${directive.issuer.name} về việc ${directive.subject}`,
  ]
    .filter(Boolean)
    .join(" ");
