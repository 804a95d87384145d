import "server-only";

import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { now } from "@/lib/time";
import { visibleDirectives } from "../policy";

type Copying = {
  fromCampaignId: string;
  toCampaignId: string;
  /** Where a deadline of the old campaign falls in the new one. */
  shift: (dueAt: Date) => Date;
};

/**
 * The directives of a campaign as drafts of another, inside the command of whoever clones it:
 * sections, recipients and obligations as they were, without number, day and signature. As many
 * statements for a hundred directives as for one. Returns how many.
 */
export async function copyDirectives(tx: Transaction, actor: Actor, copying: Copying) {
  const { fromCampaignId, toCampaignId, shift } = copying;
  const originals = await tx.directive.findMany({
    where: { campaignId: fromCampaignId, AND: visibleDirectives(actor) },
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
  await tx.obligation.createMany({
    data: sections.flatMap(({ id, obligations }) =>
      obligations.map(({ dueAt, ...obligation }) => ({
        ...obligation,
        sectionId: id,
        dueAt: dueAt ? shift(dueAt) : null,
      })),
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
        select: { position: true, text: true, measures: true, dueAt: true },
      },
    },
  },
} as const;
