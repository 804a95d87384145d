import { z } from "zod";
import type { Block, OfficialDocument } from "@/lib/documents/official/schema";
import { formatDay, formatInstant, isoDay } from "@/lib/time";
import { documentNumber } from "../labels";
import type { FollowUp } from "../matrix/queries";
import type { DirectiveView } from "../queries";
import { readFrame } from "../reading/frame/rules";

/** The directive as it is signed: its sections in their order within the words around them. */
export function directiveDocument(directive: DirectiveView): OfficialDocument {
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
    body: [
      ...opening.map(paragraph),
      ...sections.flatMap((section, index) => sectionBlocks(section, index, sections.length)),
      ...closing.map(paragraph),
    ],
    copies: directive.copies,
  };
}

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
function letterOf({
  issuer,
  symbol,
  place,
  signerAuthority,
  signerPosition,
  signerName,
}: DirectiveView) {
  return {
    issuer: issuer.name,
    number: null,
    symbol,
    place,
    date: null,
    type: null,
    closed: true,
    signatures: [{ authority: [signerAuthority, signerPosition], name: signerName }],
    annexes: [],
  };
}

type Section = DirectiveView["sections"][number];

/** A numbered heading of its own where there is more than one, then its points. */
function sectionBlocks({ heading, obligations }: Section, index: number, count: number): Block[] {
  const titled = heading.trim().length > 0;
  const numbered = count > 1 ? `${index + 1}. ${heading}` : heading;
  return [
    ...(titled ? [{ kind: "heading" as const, level: 2 as const, text: numbered }] : []),
    ...obligations.map(({ text }): Block => ({ kind: "point", mark: "-", text })),
  ];
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
function frameOf({ sourceText, basis, sections, issuer }: DirectiveView) {
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
