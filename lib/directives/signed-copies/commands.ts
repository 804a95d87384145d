import "server-only";

import type { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { keepFile } from "@/lib/files/storage";
import { now } from "@/lib/time";
import { canAttachSignedFile, visibleDirectives } from "../policy";
import type { attachSignedFileSchema } from "../schema";

/** Adds the signed PDF, from then on the authentic copy. It is attached once and stays. */
export async function attachSignedFile(
  actor: Actor,
  input: z.output<typeof attachSignedFileSchema>,
) {
  const { directiveId: id } = input;
  // Asked before the bytes are kept too: whoever may not attach them leaves none on the disk.
  await refuseUnlessAttachable(db, actor, id);
  const file = await keepFile(input.file, ["application/pdf"]);
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Directive" WHERE id = ${id}::uuid FOR UPDATE`;
    await refuseUnlessAttachable(tx, actor, id);
    const { id: signedFileId } = await tx.storedFile.create({
      data: { ...file, unitId: actor.unitId, uploadedById: actor.userId, uploadedAt: now() },
      select: { id: true },
    });
    await tx.directive.update({ where: { id, signedFileId: null }, data: { signedFileId } });
    await recordAudit(tx, actor, {
      action: "directive.attach-signed",
      subject: { type: "directive", id },
      after: file,
      details: { sha256: file.sha256, name: file.name },
    });
  });
}

async function refuseUnlessAttachable(client: Transaction, actor: Actor, id: string) {
  const directive = await client.directive.findFirst({
    where: { id, AND: visibleDirectives(actor) },
    select: { state: true, signedFileId: true },
  });
  if (!directive) throw new Refusal("not-found", "Không tìm thấy văn bản.");
  refuseUnless(canAttachSignedFile(actor, directive), "Chỉ gắn bản ký cho văn bản đã ban hành.");
  if (directive.signedFileId) throw new Refusal("conflict", "Văn bản đã có bản ký.");
}
