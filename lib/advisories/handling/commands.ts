import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Prisma, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { keepFiles } from "@/lib/files/storage";
import { formatDay, now } from "@/lib/time";
import { canAcceptRisk, canHandleAdvisory } from "../policy";
import { type HeldHandling, holdHandling, writeStep } from "../standing/commands";
import { advisoryAudit } from "../standing/rules";
import { relevanceOf } from "./rules";
import { ACCEPT_DAYS, type AcceptRisk, type Answer, type NotApplicable } from "./schema";

const DAY = 86_400_000;
const OTHERS = "Đơn vị nào trả lời cho đơn vị đó.";

/** The first look of anyone of the unit. */
export async function seeAdvisory(actor: Actor, advisoryId: string) {
  await inTransaction(async (tx) => {
    const [seen] = await tx.$queryRaw<{ edition: number }[]>`
      UPDATE "AdvisoryHandling" h SET state = 'seen', "seenAt" = coalesce(h."seenAt", ${now()}::timestamptz),
        edition = a.edition, version = h.version + 1
      FROM "Advisory" a
      WHERE a.id = h."advisoryId" AND h."advisoryId" = ${advisoryId}::uuid
        AND h."unitId" = ${actor.unitId}::uuid AND h.state = 'unseen' AND h."passedAt" IS NULL
      RETURNING h.edition`;
    if (!seen) return;
    await writeStep(tx, actor, {
      id: crypto.randomUUID(),
      advisoryId,
      unitId: actor.unitId,
      kind: "seen",
      state: "seen",
    });
    await recordAudit(tx, actor, {
      action: "advisory.see",
      subject: { type: "advisory", id: advisoryId },
      details: { edition: seen.edition },
    });
  });
}

/** How far the unit is, in machines that add up. */
export async function answerAdvisory(actor: Actor, input: Answer) {
  const files = await keepFiles(input.files);
  await inTransaction(async (tx) => {
    const held = await holdHandling(tx, actor, { ...input, unitId: actor.unitId }, (of) =>
      refuseUnless(canHandleAdvisory(actor, of), OTHERS),
    );
    if (!held) return;
    await refuseMoreThanDeclared(tx, held.unitId, input.total);
    const { advisoryId, state, total, affected, patched, mitigated, note } = input;
    const { unitId } = held;
    const at = now();
    const figures = { total, affected, patched, mitigated };
    await writeAnswer(tx, held, {
      state,
      ...(total === null ? {} : figures),
      note,
      ...ownerOf(input),
      closedAt: state === "done" ? at : null,
    });
    await writeStep(tx, actor, {
      id: input.requestId,
      advisoryId,
      unitId,
      kind: "answer",
      state,
      ...figures,
      text: note,
    });
    const kept = await tx.storedFile.createManyAndReturn({
      data: files.map((file) => ({ ...file, unitId, uploadedById: actor.userId, uploadedAt: at })),
      select: { id: true },
    });
    await tx.advisoryEvidence.createMany({
      data: kept.map(({ id }) => ({ advisoryId, unitId, fileId: id })),
    });
    await recordAudit(
      tx,
      actor,
      advisoryAudit("advisory.answer", held, {
        after: { state, ...figures, note, files },
        details: { state, total, affected, handled: (patched ?? 0) + (mitigated ?? 0) },
      }),
    );
  });
}

/** One tap where the inventory lacks the product; where it does not, the unit says why. */
export async function declareNotApplicable(actor: Actor, input: NotApplicable) {
  await inTransaction(async (tx) => {
    const held = await holdHandling(tx, actor, { ...input, unitId: actor.unitId }, (of) =>
      refuseUnless(canHandleAdvisory(actor, of), OTHERS),
    );
    if (!held) return;
    const relevance = await relevanceFor(tx, held);
    const { advisoryId, reason } = input;
    if (relevance !== "lacks" && reason.length < 3) {
      throw new Refusal(
        "invalid",
        relevance === "has"
          ? "Bản kê của đơn vị có sản phẩm này. Ghi vì sao không áp dụng."
          : "Chưa rõ đơn vị có sản phẩm này hay không. Kê khai máy, hoặc ghi vì sao không áp dụng.",
      );
    }
    await writeAnswer(tx, held, { state: "not_applicable", closedAt: now(), note: reason });
    await writeStep(tx, actor, {
      id: input.requestId,
      advisoryId,
      unitId: held.unitId,
      kind: "not_applicable",
      state: "not_applicable",
      text: reason || "Bản kê không có sản phẩm này.",
    });
    await recordAudit(
      tx,
      actor,
      advisoryAudit("advisory.not-applicable", held, { details: { reason, relevance } }),
    );
  });
}

/** The hole stays open until a day, on the lead's word; then it comes back by itself. */
export async function acceptRisk(actor: Actor, input: AcceptRisk) {
  await inTransaction(async (tx) => {
    const held = await holdHandling(tx, actor, { ...input, unitId: actor.unitId }, (of) =>
      refuseUnless(canAcceptRisk(actor, of), "Chỉ lãnh đạo đơn vị chấp nhận rủi ro."),
    );
    if (!held) return;
    const { advisoryId, until, reason } = input;
    const at = now();
    if (until <= at) throw new Refusal("invalid", "Ngày hết hạn phải sau lúc này.");
    if (until.getTime() - at.getTime() > ACCEPT_DAYS * DAY) {
      throw new Refusal("invalid", `Chấp nhận nhiều nhất ${ACCEPT_DAYS} ngày, rồi xem lại.`);
    }
    await writeAnswer(tx, held, {
      state: "accepted",
      closedAt: at,
      acceptUntil: until,
      acceptReason: reason,
      acceptedBy: actor.fullName,
      ...ownerOf(input),
    });
    await writeStep(tx, actor, {
      id: input.requestId,
      advisoryId,
      unitId: held.unitId,
      kind: "accept",
      state: "accepted",
      text: `Đến ${formatDay(until)}: ${reason}`,
    });
    await recordAudit(
      tx,
      actor,
      advisoryAudit("advisory.accept-risk", held, {
        after: { until, reason },
        details: { until: formatDay(until), reason },
      }),
    );
  });
}

/** Whatever a unit answers, it answers the newest edition, and nobody has looked at it a second time yet. */
function writeAnswer(tx: Transaction, held: HeldHandling, answer: Answered) {
  const { advisoryId, unitId } = held;
  return tx.advisoryHandling.update({
    where: { advisoryId_unitId: { advisoryId, unitId } },
    data: {
      acceptUntil: null,
      ...answer,
      edition: held.advisory.edition,
      seenAt: held.seenAt ?? now(),
      reviewedAt: null,
      reviewedBy: "",
      version: { increment: 1 },
    },
    select: { unitId: true },
  });
}

type Answered = Prisma.AdvisoryHandlingUpdateInput & { closedAt: Date | null };

/** Named anew, or left as it was. */
const ownerOf = ({ ownerName, ownerPhone }: { ownerName: string; ownerPhone: string }) =>
  ownerName ? { ownerName, ownerPhone } : {};

async function refuseMoreThanDeclared(tx: Transaction, unitId: string, total: number | null) {
  if (total === null) return;
  const declared = await tx.unitInventory.findUnique({
    where: { unitId },
    select: { servers: true, workstations: true, networkDevices: true },
  });
  if (!declared) return;
  const machines = declared.servers + declared.workstations + declared.networkDevices;
  if (total <= machines) return;
  throw new Refusal(
    "invalid",
    `Bản kê của đơn vị có ${machines} máy và thiết bị, ở đây ghi ${total}. Sửa số này hoặc sửa bản kê.`,
  );
}

async function relevanceFor(
  tx: Transaction,
  { advisoryId, unitId }: { advisoryId: string; unitId: string },
) {
  const [items, declared, products] = await Promise.all([
    tx.advisoryItem.findMany({ where: { advisoryId }, select: { productId: true } }),
    tx.unitInventory.findUnique({ where: { unitId }, select: { unitId: true } }),
    tx.unitProduct.findMany({ where: { unitId }, select: { productId: true } }),
  ]);
  const productIds = products.map(({ productId }) => productId);
  return relevanceOf(items, declared ? { productIds } : null);
}
