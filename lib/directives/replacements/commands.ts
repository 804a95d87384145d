import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { localInput, now } from "@/lib/time";
import { createDraftIn } from "../drafts/commands";
import { readContent } from "../drafts/queries";
import { canReplaceDirective } from "../policy";
import { holdVisibleDirective } from "../queries";
import type { DraftReplacement } from "./schema";

/**
 * A draft that takes another directive's place: the same text to be mended, without number and day.
 * Each obligation remembers which one it continues; issuing it recalls the old directive.
 */
export async function draftReplacement(actor: Actor, input: DraftReplacement) {
  const { directiveId, requestId } = input;
  return inTransaction(async (tx) => {
    const directive = await holdVisibleDirective(tx, actor, directiveId);
    if (directive.replacedBy) {
      const mine = await tx.directive.findUnique({ where: { requestId }, select: { id: true } });
      if (mine) return mine;
      throw new Refusal(
        "conflict",
        "Đã có văn bản thay thế cho văn bản này. Mở văn bản đó để sửa tiếp.",
      );
    }
    refuseUnless(
      canReplaceDirective(actor, { ...directive, replaced: false }),
      "Chỉ cán bộ huyện soạn văn bản thay thế cho văn bản đã ban hành.",
    );

    const { id } = await createDraftIn(tx, actor, {
      requestId,
      intent: "save",
      sourceText: "",
      draft: { ...(await continuedContent(tx, directiveId)), number: null, issuedOn: null },
      replacesId: directiveId,
    });
    await recordAudit(tx, actor, {
      action: "directive.replace",
      subject: { type: "directive", id: directiveId },
      details: { replacement: id },
    });
    return { id };
  });
}

/**
 * The content as edited, with each obligation naming the one it was copied from. It stays in its
 * campaign while that is open; a deadline already past is left for the officer to set anew.
 */
async function continuedContent(tx: Transaction, directiveId: string) {
  const content = await readContent(tx, directiveId);
  const { campaign } = await tx.directive.findUniqueOrThrow({
    where: { id: directiveId },
    select: { campaign: { select: { id: true, closedAt: true } } },
  });
  const today = localInput(now());
  const old = await tx.directiveSection.findMany({
    where: { directiveId },
    orderBy: { position: "asc" },
    select: { obligations: { orderBy: { position: "asc" }, select: { id: true } } },
  });
  return {
    ...content,
    campaignId: campaign && !campaign.closedAt ? campaign.id : undefined,
    sections: content.sections.map((section, index) => ({
      ...section,
      obligations: section.obligations.map((obligation, place) => ({
        ...obligation,
        dueAt: obligation.dueAt && obligation.dueAt > today ? obligation.dueAt : null,
        replacesId: old[index]?.obligations[place]?.id ?? null,
      })),
    })),
  };
}
