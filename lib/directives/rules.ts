import type { Draft } from "./drafts/schema";
import { dueTimes } from "./periodic/rules";
import { PERIODIC_LIMIT } from "./periodic/schema";

/**
 * What still keeps a draft from going to signature, in words for the officer; empty: nothing. What
 * depends on the time is asked by the server alone: a browser's clock may be wrong.
 */
export function missingForSignature(
  draft: Pick<Draft, "subject" | "symbol" | "sections">,
  at?: Date,
) {
  const missing: string[] = [];
  if (draft.subject.trim().length < 5) missing.push("Chưa có trích yếu.");
  if (!draft.symbol.trim()) missing.push("Chưa có ký hiệu văn bản.");
  if (draft.sections.length === 0) missing.push("Chưa có mục nhiệm vụ nào.");
  draft.sections.forEach((section, index) => {
    const name = section.heading ? `“${shorten(section.heading)}”` : `thứ ${index + 1}`;
    if (section.recipients.length === 0) missing.push(`Mục ${name} chưa chọn đơn vị nhận.`);
    if (section.obligations.length === 0) missing.push(`Mục ${name} chưa có nhiệm vụ nào.`);
    section.obligations.forEach(({ recurrence }, place) => {
      if (!recurrence || !at) return;
      const count = dueTimes(recurrence, at).length;
      const which = `Nhiệm vụ ${index + 1}.${place + 1}`;
      if (count === 0) missing.push(`${which}: báo cáo định kỳ không còn kỳ nào từ nay.`);
      if (count > PERIODIC_LIMIT)
        missing.push(`${which}: quá ${PERIODIC_LIMIT} kỳ báo cáo, hãy rút ngắn thời gian.`);
    });
  });
  return missing;
}

type Dated = { dueAt?: string | null; recurrence?: unknown };

/**
 * Things a careful officer would still look at; they do not stop the draft. Times are local
 * (`2025-01-20T17:00`); the present one is the server's, as a browser's clock may be wrong.
 */
export function worthChecking(draft: { sections: { obligations: Dated[] }[] }, present: string) {
  const obligations = draft.sections.flatMap((section) => section.obligations);
  const undated = obligations.filter(({ dueAt, recurrence }) => !dueAt && !recurrence).length;
  const past = obligations.filter(({ dueAt }) => dueAt && dueAt <= present).length;
  return [
    ...(undated > 0 ? [`${undated} nhiệm vụ chưa có thời hạn.`] : []),
    ...(past > 0 ? [`${past} nhiệm vụ có hạn đã qua, ký xong là quá hạn ngay.`] : []),
  ];
}

export function shorten(text: string, limit = 60) {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= limit) return flat;
  const cut = flat.slice(0, limit);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), limit - 15))}…`;
}

/** The year a document's number counts in: that of its date. */
export const numberYear = (issuedOn: string) => Number(issuedOn.slice(0, 4));
