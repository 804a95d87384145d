import { readAddressees } from "./addressees/rules";
import { readBasis } from "./basis/rules";
import { readBody } from "./body/rules";
import { closingStart, readClosing } from "./closing/rules";
import { readContacts } from "./contacts/rules";
import { readDeadline } from "./deadlines/rules";
import { directs } from "./head/landmarks/rules";
import { type Head, readHead } from "./head/rules";
import { spelledAs } from "./issuer/rules";
import { type Line, type Paragraph, toLines, toParagraphs } from "./layout/rules";
import { findMarker } from "./outline/markers/rules";
import type { DirectiveContent, DirectiveReading, DoubtfulField } from "./schema";
import { cleanText, fold } from "./text/rules";

/** Takes a directive apart; null when the text is none. Never throws, time linear in the text. */
export function readDirective(text: string): DirectiveReading | null {
  const clean = cleanText(text);
  const lines = toLines(clean);
  const head = readHead(lines);
  const { addressees, end } = readAddressees(head.addressed, lines.slice(head.end));
  const start = head.end + end;
  const closing = closingStart(lines, start);
  const paragraphs = toParagraphs(lines.slice(start, closing));
  const basis = readBasis(introduction(paragraphs));
  const { copies, signer } = readClosing(lines.slice(closing));
  const evidence: Evidence = {
    head,
    addressees,
    copies,
    signed: signer.position !== null,
    mandated: signer.authority !== null,
    basis,
  };
  if (!isDirective(evidence, paragraphs)) return null;

  const content: DirectiveContent = {
    number: head.number,
    symbol: head.symbol,
    place: head.place,
    date: head.date,
    issuer: spelledAs(head.issuer, clean),
    subject: head.subject,
    basis,
    addressees,
    sections: readBody(paragraphs, addressees),
    supportContacts: readContacts(
      [...paragraphs, ...beforeCopies(lines.slice(closing))].map(({ text: said }) => said),
    ),
    signer,
    copies,
  };
  if (content.sections.length === 0) return null;
  const { type, datePartial } = head;
  const superior = spelledAs(head.superior, clean);
  return { ...content, type, superior, datePartial, doubts: doubtsOf(content, type) };
}

/** Whom to call is sometimes told after the `./.`, above the copies and the signature. */
function beforeCopies(lines: Line[]) {
  const end = closingStart(lines, 0);
  return toParagraphs(lines.slice(0, Math.min(end, 6)));
}

/** What is said before the orders: everything above the first numbered or bulleted line. */
function introduction(paragraphs: Paragraph[]) {
  const first = paragraphs.findIndex(
    ({ text }) => findMarker(text) !== null && !/^\W{0,6}can cu/.test(fold(text.slice(0, 30))),
  );
  const before = first < 0 ? paragraphs : paragraphs.slice(0, first);
  return before.map(({ text }) => text).filter((text) => text.length > 0);
}

type Evidence = {
  head: Head;
  addressees: string[];
  copies: string[];
  signed: boolean;
  mandated: boolean;
  basis: unknown[];
};

/**
 * An order on official paper shows several signs at once: a number with its symbol, the subject, the
 * addressees or a type that orders. Letters, invoices, contracts and news show one or two by chance.
 */
function isDirective(
  { head, addressees, copies, signed, mandated, basis }: Evidence,
  paragraphs: Paragraph[],
) {
  if (!directs(head.type) || paragraphs.length === 0) return false;
  const signs: [shown: boolean, weight: number][] = [
    [head.symbol !== null, 2],
    [head.type !== null, 2],
    [head.subject !== null && head.type === null, 2],
    [addressees.length > 0, 2],
    [head.motto, 1],
    [head.issuer !== null, 1],
    [head.datePartial !== null || head.date !== null, 1],
    [basis.length > 0, 1],
    [copies.length > 0, 1],
    [signed, 1],
  ];
  const weight = signs.reduce((sum, [shown, points]) => sum + (shown ? points : 0), 0);
  const orders = paragraphs.some(({ text }) =>
    /yeu cau|de nghi|giao|chi dao|thuc hien|trien khai|to chuc/.test(fold(text)),
  );
  const headed = weight >= 5 && (head.numbered || head.subject !== null || head.type !== null);
  // The head may not have been copied along: addressees, copies and a mandate say as much.
  const bare = addressees.length > 0 && copies.length > 0 && mandated;
  return orders && (headed || bare);
}

function doubtsOf(content: DirectiveContent, type: string | null): DoubtfulField[] {
  const { sections, addressees, signer } = content;
  const obligations = sections.flatMap((section) => section.obligations);
  const doubtful: [field: DoubtfulField, doubted: boolean][] = [
    ["number", content.number === null],
    ["symbol", content.symbol === null],
    ["place", content.place === null],
    ["date", content.date === null],
    ["issuer", content.issuer === null],
    ["subject", content.subject === null],
    [
      "basis",
      content.basis.length === 0 || content.basis.some(({ number, date }) => !number || !date),
    ],
    ["addressees", addressees.length === 0 && type === null],
    ["sections", sections.length === 0],
    ["recipients", sections.some(({ recipients }) => recipients.length === 0)],
    [
      "deadlines",
      obligations.some(isDeadlineDoubtful) || obligations.some((one) => isPast(one, content.date)),
    ],
    ["signer", !signer.position || !signer.name],
    ["copies", content.copies.length === 0],
  ];
  return doubtful.filter(([, doubted]) => doubted).map(([field]) => field);
}

/** Due before the order was given: a slip in the year, or the date tells of something else. */
const isPast = ({ dueAt }: { dueAt: string | null }, date: string | null) =>
  dueAt !== null && date !== null && dueAt < date;

const SPEAKS_OF_LIMIT =
  /(?:truoc|cham nhat|muon nhat) (?:ngay|\d{1,2} ?(?:h|gio|\/)|tet|thang)|thoi han|hoan thanh trong|bao cao[^.;]{0,60}(?:hang|dinh ky)|(?:hang|dinh ky)[^.;]{0,40}bao cao/;

/** Speaks of a limit that no calendar day could be read from, or of more than one. */
function isDeadlineDoubtful({ text, dueAt }: { text: string; dueAt: string | null }) {
  return (dueAt === null && SPEAKS_OF_LIMIT.test(fold(text))) || readDeadline(text).several;
}
