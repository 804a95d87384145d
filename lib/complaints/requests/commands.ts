import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, Prisma } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { keepFiles } from "@/lib/files/storage";
import { noticeRows, noticeUnits } from "@/lib/notifications/record";
import { formatInstant, isoDay, now } from "@/lib/time";
import { canAskTelcos } from "../policy";
import { findPart } from "../standing/queries";
import { actLabels, resultLabels } from "./labels";
import { readTarget, requestCode } from "./rules";
import type { AnswerRequest, SendRequest } from "./schema";

/** Police or district asks one or several telcos to block; each answers for itself. */
export async function sendRequest(actor: Actor, input: SendRequest) {
  const { requestId: id, telcoIds, act, dueAt, reason, reference } = input;
  return inTransaction(async (tx) => {
    if (!canAskTelcos(await findPart(actor, tx))) {
      throw new Refusal("forbidden", "Chỉ công an và huyện gửi yêu cầu xử lý.");
    }
    if (await tx.authorityRequest.findUnique({ where: { id }, select: { id: true } }))
      return { id };
    const at = now();
    if (dueAt <= at) throw new Refusal("invalid", "Hạn phải ở sau lúc này.");
    const target = readTarget(act, input.target);
    if (!target) throw new Refusal("invalid", "Mục tiêu không đúng dạng của việc yêu cầu.");
    const telcos = await tx.unit.findMany({
      where: { id: { in: telcoIds }, validTo: null, kind: { home: "telecom" } },
      select: { id: true, shortName: true },
    });
    if (telcos.length !== new Set(telcoIds).size)
      throw new Refusal("not-found", "Có nhà mạng không còn.");
    const year = Number(isoDay(at).slice(0, 4));
    // Numbers follow each other: who asks at the same moment waits for this one.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('authority-request'))`;
    const last = await tx.authorityRequest.aggregate({ where: { year }, _max: { number: true } });
    const code = { year, number: (last._max.number ?? 0) + 1 };
    await tx.authorityRequest.create({
      data: {
        id,
        ...code,
        reference,
        act,
        target: target.value,
        sourceKind: target.source?.kind ?? null,
        sourceValue: target.source?.value ?? null,
        reason,
        sentAt: at,
        sentById: actor.userId,
        sentBy: actor.fullName,
        unitId: actor.unitId,
        dueAt,
        telcos: { createMany: { data: telcos.map(({ id: telcoId }) => ({ telcoId })) } },
      },
      select: { id: true },
    });
    await noticeUnits(tx, telcoIds, {
      kind: "authority-request.new",
      title: `${actor.unitName} yêu cầu: ${actLabels[act].toLowerCase()}`,
      body: `${target.value}, hạn ${formatInstant(dueAt)}`,
      subject: { type: "authority-request", id },
      cause: `authority-request:${id}`,
    });
    await recordAudit(tx, actor, {
      action: "authority-request.send",
      subject: { type: "authority-request", id },
      after: { act, target: target.value, dueAt, telcoIds, reference },
      details: { number: requestCode(code), units: telcos.map(({ shortName }) => shortName) },
    });
    return { id };
  });
}

/** Once: what was done, with evidence. What was blocked stands on the ladder of its source. */
export async function answerRequest(actor: Actor, input: AnswerRequest) {
  const { requestId, result, note } = input;
  const asked = await findPart(actor);
  if (asked !== "telco") throw new Refusal("not-found", "Không tìm thấy yêu cầu này.");
  const kept = await keepFiles(input.files);
  await inTransaction(async (tx) => {
    const at = now();
    const mine = { requestId, telcoId: actor.unitId };
    const { count } = await tx.authorityRequestReceipt.updateMany({
      where: { ...mine, answeredAt: null },
      data: { answeredAt: at, answeredBy: actor.fullName, result, note },
    });
    const request = await tx.authorityRequest.findFirst({
      where: { id: requestId, telcos: { some: { telcoId: actor.unitId } } },
    });
    if (!request) throw new Refusal("not-found", "Không tìm thấy yêu cầu này.");
    if (count === 0) throw new Refusal("conflict", "Đơn vị đã trả lời yêu cầu này.");
    const files = await tx.storedFile.createManyAndReturn({
      data: kept.map((file) => ({ ...file, unitId: actor.unitId, uploadedById: actor.userId })),
      select: { id: true },
    });
    await tx.requestEvidence.createMany({
      data: files.map(({ id: fileId }) => ({ ...mine, fileId })),
    });
    const { sourceKind, sourceValue } = request;
    if (result !== "not_possible" && sourceKind && sourceValue) {
      await tx.sourceMeasure.create({
        data: {
          telcoId: actor.unitId,
          sourceKind,
          sourceValue,
          step: "blocked_two_way",
          takenAt: at,
          recordedAt: at,
          byName: actor.fullName,
          note: `Theo yêu cầu ${requestCode(request)}`,
        },
        select: { id: true },
      });
    }
    await noticeUnits(tx, [request.unitId], {
      kind: "authority-request.answer",
      title: `${actor.unitName}: ${resultLabels[result].toLowerCase()} ${requestCode(request)}`,
      body: note,
      subject: { type: "authority-request", id: requestId },
      cause: `authority-answer:${requestId}:${actor.unitId}`,
    });
    await recordAudit(tx, actor, {
      action: "authority-request.answer",
      subject: { type: "authority-request", id: requestId },
      after: { result, note, files: kept.map(({ sha256 }) => sha256) },
      details: { number: requestCode(request), late: at > request.dueAt },
    });
  });
}

/** Every minute: a request whose time is over is told to both sides, once. */
export async function raiseLateRequests(actor: Actor) {
  return inTransaction(async (tx) => {
    const late = await tx.$queryRaw<{ requestId: string; telcoId: string }[]>`
      UPDATE "AuthorityRequestReceipt" r SET "alarmedAt" = ${now()}::timestamptz
      FROM "AuthorityRequest" q
      WHERE q.id = r."requestId" AND r."answeredAt" IS NULL AND r."alarmedAt" IS NULL
        AND q."dueAt" < ${now()}::timestamptz
      RETURNING r."requestId", r."telcoId"`;
    if (late.length === 0) return { late: 0 };
    await noticeRows(
      tx,
      Prisma.sql`
        SELECT told.unit, NULL::uuid AS person, 'authority-request.late' AS kind,
               u."shortName" || ' quá hạn yêu cầu YC-' || q.year || '-' || lpad(q.number::text, 4, '0') AS title,
               q.target AS body, 'authority-request' AS "subjectType", q.id AS "subjectId",
               'authority-late:' || q.id || ':' || u.id AS cause
        FROM unnest(${late.map(({ requestId }) => requestId)}::uuid[], ${late.map(({ telcoId }) => telcoId)}::uuid[])
          AS l("requestId", "telcoId")
        JOIN "AuthorityRequest" q ON q.id = l."requestId" JOIN "Unit" u ON u.id = l."telcoId"
        CROSS JOIN LATERAL (VALUES (q."unitId"), (l."telcoId")) AS told(unit)`,
    );
    await recordAudit(tx, actor, {
      action: "authority-request.raise-late",
      subject: { type: "system", id: actor.userId },
      details: { units: late.length },
    });
    return { late: late.length };
  });
}
