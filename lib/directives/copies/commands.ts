import "server-only";

import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { Prisma, type Transaction } from "@/lib/db";
import { now } from "@/lib/time";
import { shiftRecurrence } from "../periodic/rules";
import { recurrenceSchema } from "../periodic/schema";
import { visibleDirectives } from "../policy";

type Copying = {
  fromCampaignId: string;
  toCampaignId: string;
  /** Where a deadline of the old campaign falls in the new one. */
  shift: (dueAt: Date) => Date;
};

/**
 * The directives of a campaign, but those recalled, as drafts of another, inside the command of whoever clones it:
 * sections, recipients and obligations as they were, without number, day and signature. As many
 * statements for a hundred directives as for one. Returns how many.
 */
export async function copyDirectives(tx: Transaction, actor: Actor, copying: Copying) {
  const { fromCampaignId, toCampaignId, shift } = copying;
  const originals = await tx.directive.findMany({
    where: {
      campaignId: fromCampaignId,
      state: { not: "recalled" },
      AND: visibleDirectives(actor),
    },
    select: particulars,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const at = now();
  const copies = originals.map(({ sections, basis, supportContacts, ...text }) => ({
    row: {
      ...text,
      // Prisma reads JSON as a wider type than it takes.
      basis: basis ?? [],
      supportContacts: supportContacts ?? [],
      id: randomUUID(),
      campaignId: toCampaignId,
      createdAt: at,
      createdById: actor.userId,
      editedAt: at,
      editedById: actor.userId,
      issuerId: actor.unitId,
    },
    sections: sections.map((section) => ({ ...section, id: randomUUID() })),
  }));
  await tx.directive.createMany({ data: copies.map(({ row }) => row) });

  const sections = copies.flatMap((copy) =>
    copy.sections.map((section) => ({ ...section, directiveId: copy.row.id })),
  );
  await tx.directiveSection.createMany({
    data: sections.map(({ id, directiveId, position, heading }) => ({
      id,
      directiveId,
      position,
      heading,
    })),
  });
  await tx.sectionRecipient.createMany({
    data: sections.flatMap(({ id, recipients }) =>
      recipients.map((recipient) => ({ ...recipient, sectionId: id })),
    ),
  });
  const obligations = sections.flatMap(({ id: sectionId, obligations }) =>
    obligations.map((obligation) => ({ ...obligation, id: randomUUID(), sectionId })),
  );
  await tx.obligation.createMany({
    data: obligations.map(({ cooperators, dueAt, recurrence, ...obligation }) => ({
      ...obligation,
      dueAt: dueAt ? shift(dueAt) : null,
      recurrence: recurrence
        ? shiftRecurrence(recurrenceSchema.parse(recurrence), shift)
        : Prisma.DbNull,
    })),
  });
  await tx.obligationCooperator.createMany({
    data: obligations.flatMap(({ id: obligationId, cooperators }) =>
      cooperators.map((cooperator) => ({ ...cooperator, obligationId })),
    ),
  });
  return copies.length;
}

const particulars = {
  symbol: true,
  place: true,
  subject: true,
  sourceText: true,
  basis: true,
  addressees: true,
  copies: true,
  supportContacts: true,
  signerAuthority: true,
  signerPosition: true,
  signerName: true,
  sections: {
    orderBy: { position: "asc" },
    select: {
      position: true,
      heading: true,
      recipients: {
        orderBy: { position: "asc" },
        select: { position: true, groupId: true, unitId: true },
      },
      obligations: {
        orderBy: { position: "asc" },
        select: {
          position: true,
          text: true,
          measures: true,
          dueAt: true,
          recurrence: true,
          cooperators: {
            orderBy: { position: "asc" },
            select: { position: true, groupId: true, unitId: true },
          },
        },
      },
    },
  },
} as const;
