import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import { loadDirectory } from "@/lib/organization/queries";
import { isoDay, localInput } from "@/lib/time";
import { visibleDirectives } from "../policy";
import { type Draft, draftSchema } from "./schema";

/** A directive in the form in which it is edited, with who saved it last; null when not visible. */
export async function findDraft(actor: Actor, id: string) {
  const directive = await db.directive.findFirst({
    where: { id, AND: visibleDirectives(actor) },
    select: {
      ...content,
      campaignId: true,
      id: true,
      state: true,
      version: true,
      sourceText: true,
      returnReason: true,
      returnedAt: true,
      editedAt: true,
      editedBy: { select: { fullName: true } },
    },
  });
  if (!directive) return null;
  const {
    id: directiveId,
    state,
    version,
    sourceText,
    returnReason,
    returnedAt,
    editedAt,
  } = directive;
  const editedBy = directive.editedBy.fullName;
  const { campaignId, ...written } = directive;
  const draft = { ...asDraft(written), campaignId: campaignId ?? undefined };
  return {
    directiveId,
    state,
    version,
    sourceText,
    returnReason,
    returnedAt,
    editedAt,
    editedBy,
    draft,
  };
}

/** The content as it stands inside a command, for checks, digests and the frozen hash. */
export async function readContent(tx: Transaction, id: string): Promise<Draft> {
  return asDraft(await tx.directive.findUniqueOrThrow({ where: { id }, select: content }));
}

const content = {
  number: true,
  symbol: true,
  place: true,
  issuedOn: true,
  subject: true,
  basis: true,
  addressees: true,
  copies: true,
  supportContacts: true,
  signerAuthority: true,
  signerPosition: true,
  signerName: true,
  doubts: true,
  sections: {
    orderBy: { position: "asc" },
    select: {
      heading: true,
      recipients: { orderBy: { position: "asc" }, select: { groupId: true, unitId: true } },
      obligations: {
        orderBy: { position: "asc" },
        select: {
          text: true,
          measures: true,
          dueAt: true,
          recurrence: true,
          replacesId: true,
          cooperators: { orderBy: { position: "asc" }, select: { groupId: true, unitId: true } },
        },
      },
    },
  },
} as const;

type RecipientRow = { groupId: string | null; unitId: string | null };

type Row = {
  issuedOn: Date | null;
  sections: {
    heading: string;
    recipients: RecipientRow[];
    obligations: ObligationRow[];
  }[];
};

type ObligationRow = {
  text: string;
  measures: string[];
  dueAt: Date | null;
  recurrence: unknown;
  replacesId: string | null;
  cooperators: RecipientRow[];
};

const asRecipient = ({ groupId, unitId }: RecipientRow) =>
  groupId ? { kind: "group", id: groupId } : { kind: "unit", id: unitId };

function asDraft(row: Row): Draft {
  return draftSchema.parse({
    ...row,
    issuedOn: row.issuedOn ? isoDay(row.issuedOn) : null,
    sections: row.sections.map((section) => ({
      heading: section.heading,
      recipients: section.recipients.map(asRecipient),
      obligations: section.obligations.map(asObligation),
    })),
  });
}

/** What an obligation does not have is left out, as the editor leaves it out. */
const asObligation = ({ dueAt, recurrence, replacesId, cooperators, ...rest }: ObligationRow) => ({
  ...rest,
  dueAt: dueAt ? localInput(dueAt) : null,
  ...(recurrence ? { recurrence } : {}),
  ...(replacesId ? { replacesId } : {}),
  ...(cooperators.length > 0 ? { cooperators: cooperators.map(asRecipient) } : {}),
});

/** Units and groups a section can be addressed to, as an editor needs them: names and sizes. */
export async function listRecipientChoices(actor: Actor) {
  const { units, groups } = await loadDirectory(actor);
  const sizeOf = (group: (typeof groups)[number]) =>
    units.filter(({ id, kind }) => group.kindCodes.includes(kind) || group.unitIds.includes(id))
      .length;
  return {
    units: units.map(({ id, name }) => ({ id, name })),
    groups: groups.map((group) => ({ id: group.id, name: group.name, size: sizeOf(group) })),
  };
}
