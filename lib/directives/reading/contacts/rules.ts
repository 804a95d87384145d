import type { SupportContact } from "../schema";
import { fold, oneLine, trimSigns } from "../text/rules";

const PHONE =
  /(?<![\d/.,-])(?:\(?\+?84\)?|\(?0\d{1,4}\)?|1[89]00)(?:[ .-]{0,2}\d{1,4}){1,5}(?![\d/])/g;
const ASKS_TO_CALL =
  /lien he|duong day nong|dien thoai|hotline|sdt|dau moi|ho tro|trao doi|vuong mac|\bdt\b|qua (?:d\/c|dong chi|ong |ba )/;

/** Is this a paragraph that tells whom to call? */
export const isContact = (text: string) =>
  ASKS_TO_CALL.test(fold(text)) && phonesIn(text).length > 0;

/** `- Ông A, chuyên viên, ĐT: 0916…` in a list of whom to call. */
const isCallee = (text: string) =>
  phonesIn(text).length > 0 && /^(?:ong|ba|anh|chi|d\/c|dong chi)[ :.]/.test(fold(text));

/** Is that all it says? Then nobody is ordered to do anything. */
export const onlyInvitesToCall = (text: string) =>
  isCallee(text) ||
  (isContact(text) &&
    /^(?:trong (?:qua trinh|truong hop)|truong hop|neu |moi |khi can|dau moi|thong tin|duong day|can ho tro|chi tiet|lien he)/.test(
      fold(text),
    ));

/** Heads a list in which every line ends in a number to call. */
export const listsContacts = (lead: string, items: string[]) =>
  ASKS_TO_CALL.test(fold(lead)) &&
  items.length > 0 &&
  items.every((text) => phonesIn(text).length > 0);

/** Whom to call for help, with the number as it is printed. */
export function readContacts(paragraphs: string[]): SupportContact[] {
  const contacts = paragraphs.filter(isContact).flatMap(contactsOf);
  return contacts.filter(
    ({ phone }, index) => contacts.findIndex((other) => other.phone === phone) === index,
  );
}

function contactsOf(text: string) {
  const phones = phonesIn(text);
  let name: string | null = null;
  return phones.map(({ phone, index }, nth) => {
    const before = phones[nth - 1];
    const from = before ? before.index + before.phone.length : 0;
    name = nameIn(text.slice(Math.max(from, index - 300), index)) ?? name;
    return { name, phone };
  });
}

function phonesIn(text: string) {
  return [...text.matchAll(PHONE)]
    .map(({ 0: phone, index }) => ({ phone: trimSigns(phone, " .-"), index }))
    .filter(({ phone }) => {
      const figures = phone.replace(/\D/g, "").length;
      return figures >= 8 && figures <= 12;
    });
}

const LAST_CALL =
  /^.*(?:liên hệ|đường dây nóng|hotline|đầu mối|trao đổi|thông tin về|báo về|gọi|hỗ trợ|qua(?= đ\/c| đồng chí| ông| bà))(?!\p{L})/isu;
const LEAD =
  /^(?:với|qua|trực tiếp|ngay|về|cho|của|là|tới|đến|và|hoặc|gồm|theo|số|tại|cán bộ|kỹ thuật|tiếp nhận|liên lạc|đồng chí|đ\/c|ông|bà|anh|chị)(?!\p{L})[\s:.]{0,3}/iu;
const PERSON = /(?:đồng chí|đ\/c|ông|bà)[\s:.]/iu;
/** `Sở Thông tin và Truyền thông (đồng chí …` says who answers there. */
const PERSON_INSIDE = /^.*[(,:–-]\s?(?=(?:đồng chí|đ\/c|ông|bà|anh|chị)[\s:.])/isu;
const TAIL =
  /(?:theo |qua |vào |và )?(?:(?:số )?(?:điện thoại|đt|sđt|tel|máy|hotline|di động|zalo)|(?:theo|qua|gọi|vào)(?: số)?)[\s:.]{0,3}$/iu;

/** The name between the invitation to call and the number. */
function nameIn(before: string) {
  const call = LAST_CALL.exec(before);
  const asked = call ? before.slice(call[0].length) : before;
  // "Đường dây nóng: 0205…" has nothing between: then the body named before it is meant.
  let name = oneLine(asked.replace(PERSON_INSIDE, ""));
  const person = PERSON.test(name.slice(0, 40));
  for (let round = 0; round < 6; round++) {
    name = trimSigns(trimSigns(name, " ,;:.-–(").replace(TAIL, "").replace(LEAD, ""), " ,;:.-–(");
  }
  name = name.slice(name.lastIndexOf(":") + 1).trim();
  const whole = person ? (name.split(/[,(;–-]/, 1)[0] ?? "").trim() : name;
  return whole.length > 2 && whole.length < 200 ? closedBrackets(whole) : null;
}

const closedBrackets = (text: string) =>
  text.includes("(") && !text.includes(")") ? `${text})` : text.replace(/^\)\s?/, "");
