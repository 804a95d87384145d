import "server-only";

import { type Actor, isDistrict } from "@/lib/auth/actor";
import type { Prisma, Transaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { now } from "@/lib/time";
import { canSeeHandling } from "../policy";

const STALE =
  "Tình hình vừa thay đổi: đồng nghiệp đã trả lời, hoặc cảnh báo có bản mới. Tải lại trang rồi làm lại.";

const PASSED = "Việc này đã chuyển sang đơn vị mới sau sắp xếp.";

type Asked = { advisoryId: string; unitId: string; version: number; requestId: string };

type Judge = (of: { unitId: string }) => void;

/**
 * Held until the command ends. Null: this request was done before, there is nothing left to do. `judge`
 * refuses whoever may not, before a word is said of how it stands.
 */
export async function holdHandling(tx: Transaction, actor: Actor, asked: Asked, judge?: Judge) {
  const { advisoryId, unitId, version, requestId } = asked;
  await tx.$queryRaw`
    SELECT 1 FROM "AdvisoryHandling"
    WHERE "advisoryId" = ${advisoryId}::uuid AND "unitId" = ${unitId}::uuid FOR UPDATE`;
  const handling = await tx.advisoryHandling.findUnique({
    where: { advisoryId_unitId: { advisoryId, unitId } },
    include: {
      unit: { select: { name: true, shortName: true } },
      advisory: { select: { edition: true, number: true, subject: true, rhythm: true } },
    },
  });
  if (!handling || !(canSeeHandling(actor, handling) || isDistrict(actor))) {
    throw new Refusal("not-found", "Không tìm thấy cảnh báo này.");
  }
  judge?.(handling);
  const done = await tx.advisoryStep.findUnique({
    where: { id: requestId },
    select: { unitId: true },
  });
  if (done) return null;
  if (handling.passedAt) throw new Refusal("conflict", PASSED);
  if (handling.version !== version) throw new Refusal("conflict", STALE);
  return handling;
}

export type HeldHandling = NonNullable<Awaited<ReturnType<typeof holdHandling>>>;

type Step = Omit<Prisma.AdvisoryStepUncheckedCreateInput, "at" | "byName">;

export function writeStep(tx: Transaction, actor: Actor, step: Step) {
  return tx.advisoryStep.create({
    data: { ...step, at: now(), byName: actor.fullName },
    select: { id: true },
  });
}
