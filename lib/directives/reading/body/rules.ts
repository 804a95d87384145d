import { isContact, listsContacts, onlyInvitesToCall } from "../contacts/rules";
import { readDeadline } from "../deadlines/rules";
import type { Paragraph } from "../layout/rules";
import { suggestMeasures } from "../measures/rules";
import { type Node, ROW, toOutline } from "../outline/rules";
import { ORDER, ORDER_WORD } from "../recipients/lexicon/rules";
import { recipientPhrase } from "../recipients/rules";
import { anyOf, canon } from "../text/rules";
import {
  type Collected,
  collect,
  one,
  type Scope,
  toSections,
  withHeading,
} from "./sections/rules";
import { withTables } from "./tables/rules";

const ORDERS = anyOf(
  "yêu cầu|đề nghị|giao|phân công|chỉ đạo|báo cáo|có trách nhiệm|chịu trách nhiệm".split("|"),
);
const HANDS_OVER = /^(?:ubnd \p{L}+ )?(?:giao|phân công) /u;
const TROUBLE = anyOf("khó khăn|vướng mắc|phát sinh".split("|"));

/** The sections of the body and the paragraphs that stand before and after them. */
export function readBody(paragraphs: Paragraph[], addressees: string[]) {
  const outline = withTables(toOutline(paragraphs));
  const scope: Scope = { heading: null, recipients: addressees, named: false, dueAt: null };
  const first = outline.findIndex((node) => isLeadIn(node) && ORDER.test(canon(node.text)));
  const marked = outline.flatMap((node, index) =>
    index < first && isLeadIn(node) ? [] : collectTop(node, scope),
  );
  const collected =
    marked.length > 0 ? marked : outline.flatMap((node) => proseOrders(node, scope));
  return toSections(collected);
}

/** Lists before the first order tell what happened: weaknesses found, papers received. */
const isLeadIn = ({ marker, rank, text }: Node) => !marker && rank < ROW && text.endsWith(":");

function collectTop(node: Node, scope: Scope): Collected[] {
  if (isLeadIn(node)) return ledIn(node, scope);
  if (node.marker || node.rank <= ROW) return collect(node, scope);
  return isWorkOfItsOwn(node.text) ? prose(node.text, scope) : [];
}

/** `… UBND huyện yêu cầu các đơn vị thực hiện:` heads what follows, for whom it names or for all. */
function ledIn(node: Node, scope: Scope) {
  if (
    listsContacts(
      node.text,
      node.children.map(({ text }) => text),
    )
  )
    return [];
  const named = namedIn(node.text);
  const short = recipientPhrase(node.text);
  const inner =
    named && !isGeneral(named.recipients, scope)
      ? withHeading(scope, named.phrase, named.recipients)
      : scope;
  if (short && short.stop !== "verb" && short.rest === "") return collect(node, scope);
  return node.children.flatMap((part) =>
    collect(part, {
      ...inner,
      heading: named && inner !== scope ? inner.heading : null,
      named: false,
    }),
  );
}

/** Who is turned to last: "Công an huyện đề nghị …, UBND huyện yêu cầu các xã:" means the xã. */
function namedIn(text: string) {
  const reach = text.slice(-700);
  const order = [...canon(reach).matchAll(EVERY_ORDER)].at(-1);
  if (order) return recipientPhrase(reach.slice(order.index));
  const phrase = recipientPhrase(text);
  return phrase?.stop === "verb" ? null : phrase;
}

const EVERY_ORDER = new RegExp(ORDER_WORD, "gu");

const GENERAL =
  /^(?:(?:thủ trưởng|lãnh đạo|người đứng đầu|chủ tịch|trưởng|giám đốc) )?(?:UBND )?(?:các|quý|toàn thể|những|tất cả) /iu;

/** "Các cơ quan, đơn vị" after "Kính gửi" means those addressed there, nobody else. */
const isGeneral = (recipients: string[], { recipients: addressed }: Scope) =>
  recipients.every((recipient) => {
    const [only] = addressed;
    const same = addressed.length === 1 && canon(only ?? "").includes(canon(recipient));
    return same || (addressed.length > 0 && GENERAL.test(recipient));
  });

/** Closing words that bind somebody: a report, a limit, a task handed to a named body. */
function isWorkOfItsOwn(text: string) {
  const small = canon(text);
  if (!ORDERS.test(small) || onlyInvitesToCall(text)) return false;
  if (readDeadline(text).dueAt !== null) return true;
  if (isContact(text) || TROUBLE.test(small)) return false;
  return (
    HANDS_OVER.test(small) ||
    /báo cáo (?:kết quả|về|định kỳ|tình hình)/u.test(small) ||
    (suggestMeasures(text)[0] !== "free" &&
      !/^(?:thực hiện|căn cứ|theo|tiếp theo|trong thời gian|để) /u.test(small))
  );
}

function prose(text: string, scope: Scope): Collected[] {
  const order = orderIn(text);
  const phrase = namedIn(order);
  if (!phrase || isGeneral(phrase.recipients, scope)) return [one(scope, order)];
  return [one(withHeading(scope, phrase.phrase, phrase.recipients), order)];
}

/** A directive without any list: each paragraph that orders something is an obligation. */
function proseOrders(node: Node, scope: Scope): Collected[] {
  const text = node.text;
  if (isContact(text) || !ORDERS.test(canon(text))) return [];
  return prose(text, scope);
}

const ORDER_AFTER_BASIS =
  /[,.;]\s((?:Chủ tịch |Thường trực |Lãnh đạo )?(?:UBND|Ủy ban|Uỷ ban|Công an|Sở|Phòng|Ban|Văn phòng|Huyện ủy|Trung tâm|Cục|Bộ)[^.;:]{0,120}?(?:yêu cầu|đề nghị|giao|chỉ đạo)(?!\p{L}).*)$/su;

/** From where the issuer begins to order, when the sentence first names what it rests on. */
function orderIn(text: string) {
  const found = ORDER_AFTER_BASIS.exec(text.slice(0, 8000));
  return found?.[1] && text.length <= 8000 ? found[1] : text;
}
