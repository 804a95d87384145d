import type { Draft, Recipient } from "../drafts/schema";
import { matchRecipients } from "../matching/rules";
import type { DirectiveReading } from "../reading/schema";
import type { UnmatchedRecipients } from "./schema";

type Directory = Parameters<typeof matchRecipients>[1];

/** Turns a reading into a draft: what was not read stays empty and is named among the doubts. */
export function suggestDraft(reading: DirectiveReading, directory: Directory) {
  const unmatched: UnmatchedRecipients[] = [];
  const sections = reading.sections.map((section, index) => {
    const matches = section.recipients.map((phrase) => matchRecipients(phrase, directory));
    const texts = matches.flatMap((match) => match.unmatched);
    if (texts.length > 0) unmatched.push({ section: index, texts });
    return {
      heading: section.heading ?? "",
      recipients: unique(matches.flatMap((match) => match.matched)),
      obligations: section.obligations.map(({ text, measures, dueAt }) => ({
        text,
        measures,
        dueAt: asLocal(dueAt),
      })),
    };
  });
  const draft: Draft = {
    ...numberAndSymbol(reading),
    place: reading.place ?? "",
    issuedOn: reading.date,
    subject: reading.subject ?? "",
    basis: reading.basis,
    addressees: reading.addressees,
    copies: reading.copies,
    supportContacts: reading.supportContacts,
    signerAuthority: reading.signer.authority ?? "",
    signerPosition: reading.signer.position ?? "",
    signerName: reading.signer.name ?? "",
    sections,
    doubts: reading.doubts,
  };
  return { draft, unmatched };
}

/** A register counts in whole numbers; what else stands before the slash goes to the symbol. */
function numberAndSymbol({ number, symbol }: DirectiveReading) {
  const [, digits, kind] = /^(\d+)(?:-(.+))?$/.exec(number ?? "") ?? [];
  return {
    number: digits ? Number(digits) : null,
    symbol: [kind, symbol].filter(Boolean).join("/"),
  };
}

/** The last minute of a day stated without an hour: nobody loses time by our reading. */
function asLocal(dueAt: string | null) {
  if (!dueAt) return null;
  return dueAt.length === 10 ? `${dueAt}T23:59` : dueAt.slice(0, 16);
}

function unique(matched: { kind: "unit" | "group"; id: string }[]): Recipient[] {
  const seen = new Map(matched.map(({ kind, id }) => [id, { kind, id }]));
  return [...seen.values()];
}
