import { onlyInvitesToCall } from "../../contacts/rules";
import { readDeadline } from "../../deadlines/rules";
import { suggestMeasures } from "../../measures/rules";
import { type Node, saysWhy, wholeText } from "../../outline/rules";
import { addressedPhrase, recipientPhrase } from "../../recipients/rules";
import type { ReadObligation, ReadSection } from "../../schema";
import { isCapitals, trimEndSigns } from "../../text/rules";

/** Under whom an obligation falls: the heading it stands under and whom that heading names. */
export type Scope = {
  heading: string | null;
  recipients: string[];
  /** Are the recipients named here, or only passed down from "Kính gửi"? */
  named: boolean;
  /** Stated once in the heading, for all that stands under it. */
  dueAt: string | null;
};

export type Collected = { scope: Scope; obligations: ReadObligation[] };

export const withHeading = (scope: Scope, heading: string, recipients?: string[]): Scope => ({
  heading: cleanHeading(heading),
  recipients: recipients ?? scope.recipients,
  named: recipients !== undefined || scope.named,
  dueAt: readDeadline(heading).dueAt ?? scope.dueAt,
});

const cleanHeading = (text: string) => {
  const bare = trimEndSigns(text, " :;,");
  return /\p{L}\.$/u.test(bare) ? bare.slice(0, -1) : bare;
};

/** The obligations of a part of the outline, each under its scope, in reading order. */
export function collect(node: Node, scope: Scope): Collected[] {
  if (saysWhy(node)) return [];
  const phrase =
    recipientPhrase(node.text) ??
    (scope.named ? null : addressedPhrase(node.text, scope.recipients));
  const parts = node.children;
  const under = (inner: Scope) => parts.flatMap((part) => collect(part, inner));

  if (phrase && phrase.stop !== "verb" && isShortEnough(node)) {
    const inner = withHeading(scope, phrase.phrase, phrase.recipients);
    if (phrase.rest === "") return under({ ...inner, heading: headingOf(node, phrase.phrase) });
    if (parts.length > 0 && phrase.rest.endsWith(":")) return under(inner);
    return [one(inner, phrase.rest), ...under(inner)];
  }
  if (parts.length === 0) return leaf(node, scope, phrase);
  if (isOneTask(node, scope) && !leadsNamed(node, phrase)) return [one(scope, wholeText(node))];
  if (phrase && !scope.named) {
    const inner = withHeading(scope, phrase.phrase, phrase.recipients);
    return isComplete(node) ? [one(inner, node.text), ...under(inner)] : under(inner);
  }
  if (isComplete(node)) return [one(scope, node.text), ...under(scope)];
  return under(withHeading(scope, node.text));
}

/** Dashes under a point, and points under whom they are for, are the parts of one task. */
function isOneTask(node: Node, scope: Scope) {
  if (node.rank >= 6) return true;
  if (isTheme(node)) return false;
  return node.rank >= 5 || (scope.named && /[.;:]$/.test(node.text));
}

/** "Đối với …" stays in a heading, an order to somebody does not. */
const headingOf = ({ text }: Node, phrase: string) =>
  /^(?:giao|đề nghị|yêu cầu|phân công|chỉ đạo)\s/iu.test(text) ? phrase : cleanHeading(text);

/** A heading is not a page long, though it may hold its recipients' whole order after a colon. */
const isShortEnough = ({ text }: Node) => text.length < 4000;

const leadsNamed = (node: Node, phrase: ReturnType<typeof recipientPhrase>) =>
  phrase !== null && /:$/.test(node.text) && node.text.length < 200;

const isComplete = ({ text }: Node) => /[.;]$/.test(text) || text.length > 300;

/** A short title such as "Công tác giám sát", not an order that goes on in its parts. */
const isTheme = ({ text }: Node) =>
  text.length < 90 &&
  (isCapitals(text) || /^(?:Công tác|Về|Nhiệm vụ|Đối với|Nội dung)/u.test(text));

function leaf(node: Node, scope: Scope, phrase: ReturnType<typeof recipientPhrase>): Collected[] {
  if (onlyInvitesToCall(node.text)) return [];
  const title = isCapitals(node.text) && node.text.length < 160;
  if (title || node.text.length < 2) return [];
  if (node.due)
    return [one({ ...scope, dueAt: readDeadline(`thời hạn: ${node.due}`).dueAt }, node.text)];
  if (!phrase || scope.named) return [one(scope, node.text)];
  return [one(withHeading({ ...scope, dueAt: null }, phrase.phrase, phrase.recipients), node.text)];
}

export function one(scope: Scope, text: string): Collected {
  const clean = cleanObligation(text);
  const dueAt = readDeadline(clean).dueAt ?? scope.dueAt;
  return { scope, obligations: [{ text: clean, measures: suggestMeasures(clean), dueAt }] };
}

const cleanObligation = (text: string) => text.replace(/\.\s?\/\s?\.?\s?$/, ".").trim();

/** Obligations of the same scope in one section, at the place of the first of them. */
export function toSections(collected: Collected[]): ReadSection[] {
  const sections: ReadSection[] = [];
  let open: Scope | undefined;
  for (const { scope, obligations } of collected) {
    const last = sections.at(-1);
    if (last && open && sameScope(open, scope)) last.obligations.push(...obligations);
    else
      sections.push({
        heading: scope.heading,
        recipients: scope.recipients,
        obligations: [...obligations],
      });
    open = scope;
  }
  return sections;
}

const sameScope = (a: Scope, b: Scope) =>
  a.heading === b.heading && a.recipients.join("\n") === b.recipients.join("\n");
