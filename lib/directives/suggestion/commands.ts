import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { extractText } from "@/lib/documents/extraction/rules";
import { Refusal, refuseUnless } from "@/lib/errors";
import { keepFile } from "@/lib/files/storage";
import { loadDirectory } from "@/lib/organization/queries";
import { now } from "@/lib/time";
import { canDraftDirective } from "../policy";
import { readDirective } from "../reading/rules";
import { suggestDraft } from "./rules";
import type { ReadSource, Suggestion } from "./schema";

/** Reads a pasted or uploaded document into a draft; an uploaded one is kept as the source. */
export async function readSource(actor: Actor, { text, file }: ReadSource): Promise<Suggestion> {
  refuseUnless(canDraftDirective(actor), "Chỉ cán bộ của huyện soạn văn bản chỉ đạo.");
  const sourceText = file
    ? await extractText({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    : text;
  const reading = readDirective(sourceText);
  if (!reading) {
    throw new Refusal(
      "invalid",
      "Không nhận ra đây là văn bản chỉ đạo: không thấy số, ký hiệu, trích yếu hay nơi nhận. Kiểm tra lại nội dung đã dán.",
    );
  }
  const suggested = suggestDraft(reading, await loadDirectory(actor));
  const sourceFileId = file ? await keepSource(actor, file) : null;
  return { ...suggested, sourceText, sourceFileId };
}

async function keepSource(actor: Actor, file: File) {
  const kept = await keepFile(file);
  return inTransaction(async (tx) => {
    const { id } = await tx.storedFile.create({
      data: { ...kept, unitId: actor.unitId, uploadedById: actor.userId, uploadedAt: now() },
      select: { id: true },
    });
    const subject = { type: "file", id };
    await recordAudit(tx, actor, {
      action: "file.keep",
      subject,
      after: kept,
      details: { sha256: kept.sha256 },
    });
    return id;
  });
}
