import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { keepFile } from "@/lib/files/storage";
import { now } from "@/lib/time";
import { canLinkDocument, visibleImplementingDocuments } from "./policy";
import type { LinkDocument, UnlinkDocument } from "./schema";

/** Links the unit's own document under the directive it carries out. */
export async function linkDocument(actor: Actor, input: LinkDocument) {
  const { directiveId, requestId, number, subject, issuedOn } = input;
  const kept = input.file ? await keepFile(input.file) : null;
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Directive" WHERE id = ${directiveId}::uuid FOR SHARE`;
    const receipt = await tx.directiveReceipt.findUnique({
      where: { directiveId_unitId: { directiveId, unitId: actor.unitId } },
      select: { unitId: true, directive: { select: { state: true, issuedOn: true } } },
    });
    if (!receipt) throw new Refusal("not-found", "Không tìm thấy văn bản.");
    refuseUnless(canLinkDocument(actor, receipt), "Văn bản không còn đang thực hiện.");
    if (await tx.implementingDocument.findUnique({ where: { requestId } })) return;
    const day = new Date(issuedOn);
    if (receipt.directive.issuedOn && day < receipt.directive.issuedOn)
      throw new Refusal("invalid", "Văn bản triển khai không thể có trước văn bản của huyện.");

    const at = now();
    const owner = { unitId: actor.unitId, uploadedById: actor.userId, uploadedAt: at };
    const file = kept
      ? await tx.storedFile.create({ data: { ...kept, ...owner }, select: { id: true } })
      : null;
    const document = { number, subject, issuedOn: day, fileId: file?.id ?? null };
    await tx.implementingDocument.create({
      data: { ...document, requestId, directiveId, unitId: actor.unitId, at, byId: actor.userId },
    });
    await recordAudit(tx, actor, {
      action: "directive.link-document",
      subject: { type: "directive", id: directiveId },
      after: document,
      details: { number, subject, files: kept ? [kept.sha256] : [] },
    });
  });
}

/** Takes a wrong link away; who linked and who removed it stays in the trail. */
export async function unlinkDocument(actor: Actor, { documentId: id }: UnlinkDocument) {
  await inTransaction(async (tx) => {
    const document = await tx.implementingDocument.findFirst({
      where: { id, AND: visibleImplementingDocuments(actor) },
      select: {
        unitId: true,
        number: true,
        directiveId: true,
        directive: { select: { state: true } },
      },
    });
    if (!document) throw new Refusal("not-found", "Không tìm thấy văn bản triển khai.");
    refuseUnless(canLinkDocument(actor, document), "Chỉ đơn vị đã gắn mới gỡ được văn bản này.");
    await tx.implementingDocument.updateMany({
      where: { id, removedAt: null },
      data: { removedAt: now() },
    });
    await recordAudit(tx, actor, {
      action: "directive.unlink-document",
      subject: { type: "directive", id: document.directiveId },
      details: { number: document.number },
    });
  });
}
