import type { Draft, Recipient } from "../drafts/schema";
import { matchRecipients } from "../matching/rules";
import type { DirectiveReading } from "../reading/schema";
import type { UnmatchedRecipients } from "./schema";

type Directory = {
  units: Parameters<typeof matchRecipients>[1]["units"];
  groups: (Parameters<typeof matchRecipients>[1]["groups"][number] & {
    kindCodes: string[];
    unitIds: string[];
  })[];
};

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
  return { draft, unmatched, idle: idleAddressees(draft, directory) };
}

/** Lines of "Kính gửi" whose units get nothing to do from any section. */
function idleAddressees({ addressees, sections }: Draft, directory: Directory) {
  const bound = new Set(
    sections.flatMap(({ recipients }) => recipients.flatMap((one) => unitsOf(one, directory))),
  );
  return addressees.filter((line) => {
    const units = matchRecipients(line, directory).matched.flatMap((one) =>
      unitsOf(one, directory),
    );
    return units.length > 0 && !units.some((id) => bound.has(id));
  });
}

function unitsOf({ kind, id }: Recipient, { units, groups }: Directory) {
  if (kind === "unit") return [id];
  const group = groups.find((one) => one.id === id);
  if (!group) return [];
  return units
    .filter((unit) => group.kindCodes.includes(unit.kind) || group.unitIds.includes(unit.id))
    .map((unit) => unit.id);
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
