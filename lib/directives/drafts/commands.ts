import "server-only";

import { randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, Prisma, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { formatTime, now, parseLocal } from "@/lib/time";
import { holdOpenCampaign } from "../placement/commands";
import { canDraftDirective, canEditDirective, visibleDirectives } from "../policy";
import { missingForSignature } from "../rules";
import { readContent } from "./queries";
import type { CreateDraft, DeleteDraft, Draft, Recipient, SaveDraft } from "./schema";

/** Stores a reading as a draft. The same request sent twice gives the same draft. */
export async function createDraft(actor: Actor, input: CreateDraft) {
  return inTransaction((tx) => createDraftIn(tx, actor, input));
}

/** The same inside another command, which may say what the draft is to replace. */
export async function createDraftIn(
  tx: Transaction,
  actor: Actor,
  input: CreateDraft & { replacesId?: string },
) {
  refuseUnless(canDraftDirective(actor), "Chỉ cán bộ của huyện soạn văn bản chỉ đạo.");
  const { requestId, sourceText, sourceFileId, replacesId, draft, intent } = input;

  await refuseForeignFile(tx, actor, sourceFileId);
  if (draft.campaignId) await holdOpenCampaign(tx, draft.campaignId);
  const id = randomUUID();
  const { count } = await tx.directive.createMany({
    data: [
      {
        ...columns(draft),
        id,
        requestId,
        sourceText,
        sourceFileId,
        replacesId,
        issuerId: actor.unitId,
        createdById: actor.userId,
        editedById: actor.userId,
        createdAt: now(),
        editedAt: now(),
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0)
    return tx.directive.findUniqueOrThrow({ where: { requestId }, select: { id: true } });

  await writeSections(tx, id, draft);
  const subject = { type: "directive", id };
  await recordAudit(tx, actor, { action: "directive.draft", subject, after: draft });
  if (intent === "submit") await submit(tx, actor, id, 1, draft);
  return { id };
}

/** Saves over the version the officer had open; when someone else saved meanwhile, says so instead. */
export async function saveDraft(actor: Actor, input: SaveDraft) {
  const { directiveId: id, version, draft, intent } = input;
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Directive" WHERE id = ${id}::uuid FOR UPDATE`;
    const directive = await tx.directive.findFirst({
      where: { id, AND: visibleDirectives(actor) },
      select: {
        state: true,
        version: true,
        campaignId: true,
        editedAt: true,
        editedBy: { select: { fullName: true } },
      },
    });
    if (!directive) throw new Refusal("not-found", "Không tìm thấy dự thảo.");
    refuseUnless(canEditDirective(actor, directive), "Văn bản không còn ở trạng thái dự thảo.");
    if (directive.version !== version) {
      throw new Refusal(
        "conflict",
        `${directive.editedBy.fullName} đã lưu một bản khác lúc ${formatTime(directive.editedAt)}. Nội dung anh/chị vừa nhập vẫn còn ở đây: mở bản mới nhất trong thẻ khác để đối chiếu rồi chép lại phần cần giữ.`,
      );
    }

    if (draft.campaignId && draft.campaignId !== directive.campaignId) {
      await holdOpenCampaign(tx, draft.campaignId);
    }
    const before = await readContent(tx, id);
    await tx.directive.update({
      where: { id, version },
      data: {
        ...columns(draft),
        version: version + 1,
        editedAt: now(),
        editedById: actor.userId,
      },
    });
    await tx.directiveSection.deleteMany({ where: { directiveId: id } });
    await writeSections(tx, id, draft);
    const subject = { type: "directive", id };
    await recordAudit(tx, actor, { action: "directive.save", subject, before, after: draft });
    if (intent === "submit") await submit(tx, actor, id, version + 1, draft);
    return { id, version: version + 1 };
  });
}

export async function deleteDraft(actor: Actor, { directiveId: id }: DeleteDraft) {
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Directive" WHERE id = ${id}::uuid FOR UPDATE`;
    const directive = await tx.directive.findFirst({
      where: { id, AND: visibleDirectives(actor) },
      select: { state: true },
    });
    if (!directive) throw new Refusal("not-found", "Không tìm thấy dự thảo.");
    refuseUnless(canEditDirective(actor, directive), "Chỉ xóa được văn bản còn là dự thảo.");

    const before = await readContent(tx, id);
    await tx.directive.delete({ where: { id, state: "draft" } });
    await recordAudit(tx, actor, {
      action: "directive.discard",
      subject: { type: "directive", id },
      before,
      details: { subject: before.subject },
    });
  });
}

async function submit(tx: Transaction, actor: Actor, id: string, version: number, draft: Draft) {
  const missing = missingForSignature(draft, now());
  if (missing.length > 0) throw new Refusal("invalid", `Chưa trình ký được. ${missing.join(" ")}`);
  await tx.directive.update({
    where: { id, state: "draft", version },
    data: { state: "for_signature", submittedAt: now(), returnReason: null, returnedAt: null },
  });
  const subject = { type: "directive", id };
  await recordAudit(tx, actor, { action: "directive.submit", subject, details: { version } });
}

/** Naming another's file as one's source must not open it. */
async function refuseForeignFile(tx: Transaction, actor: Actor, fileId: string | undefined) {
  if (!fileId) return;
  const own = await tx.storedFile.count({ where: { id: fileId, uploadedById: actor.userId } });
  if (own === 0) throw new Refusal("not-found", "Không tìm thấy tệp nguồn, hãy tải lại tệp.");
}

function columns({ sections, issuedOn, campaignId, ...rest }: Draft) {
  return {
    ...rest,
    campaignId: campaignId ?? null,
    issuedOn: issuedOn ? new Date(issuedOn) : null,
  };
}

/** Four inserts, however long the document is. */
async function writeSections(tx: Transaction, directiveId: string, { sections }: Draft) {
  const rows = sections.map((section, position) => ({ ...section, id: randomUUID(), position }));
  await tx.directiveSection.createMany({
    data: rows.map(({ id, position, heading }) => ({ id, directiveId, position, heading })),
  });
  await tx.sectionRecipient.createMany({
    data: rows.flatMap(({ id, recipients }) =>
      recipients.map((recipient, position) => ({
        sectionId: id,
        position,
        ...recipientColumns(recipient),
      })),
    ),
  });
  const obligations = rows.flatMap(({ id: sectionId, obligations }) =>
    obligations.map((obligation, position) => ({
      ...obligation,
      id: randomUUID(),
      sectionId,
      position,
    })),
  );
  const continued = await ofReplacedDirective(tx, directiveId, obligations);
  await tx.obligation.createMany({
    data: obligations.map(({ cooperators, dueAt, recurrence, replacesId, ...obligation }) => ({
      ...obligation,
      recurrence: recurrence ?? Prisma.DbNull,
      replacesId: replacesId && continued.has(replacesId) ? replacesId : null,
      dueAt: dueAt ? parseLocal(dueAt) : null,
    })),
  });
  await tx.obligationCooperator.createMany({
    data: obligations.flatMap(({ id, cooperators }) =>
      (cooperators ?? []).map((cooperator, position) => ({
        obligationId: id,
        position,
        ...recipientColumns(cooperator),
      })),
    ),
  });
}

const recipientColumns = ({ kind, id }: Recipient) => ({
  groupId: kind === "group" ? id : null,
  unitId: kind === "unit" ? id : null,
});

/** Which of the named obligations are those of the directive that this one replaces. */
async function ofReplacedDirective(
  tx: Transaction,
  directiveId: string,
  obligations: { replacesId?: string | null }[],
) {
  const ids = obligations.flatMap(({ replacesId }) => replacesId ?? []);
  if (ids.length === 0) return new Set<string>();
  const found = await tx.obligation.findMany({
    where: { id: { in: ids }, section: { directive: { replacedBy: { id: directiveId } } } },
    select: { id: true },
  });
  return new Set(found.map(({ id }) => id));
}
