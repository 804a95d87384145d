import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import type { NoticeKind } from "@/lib/notifications/labels";
import { noticePeople } from "@/lib/notifications/record";
import { now } from "@/lib/time";
import { canActOnShift, visibleDuty } from "../policy";
import { openEdition, shiftWords } from "../rosters/editions/commands";
import {
  changeOf,
  holdRostered,
  holdShift,
  placeShift,
  refuseOverlap,
  releaseShift,
} from "../rosters/planning/commands";
import { swapNeedsApproval } from "../settings/queries";
import { canApproveSwap, canConsentSwap, canEndSwap } from "./policy";
import type { AskSwap, EndSwap, SwapId } from "./schema";

/** Asks a colleague to take a shift, with or without one of theirs in exchange. */
export async function askSwap(actor: Actor, input: AskSwap) {
  const { requestId: id, shiftId, toPersonId, otherShiftId, reason } = input;
  try {
    await inTransaction(async (tx) => {
      const { roster, shift } = await holdShift(tx, actor, shiftId);
      if (await tx.swapRequest.findFirst({ where: { id, shiftId }, select: { id: true } })) return;
      const { unitId } = roster;
      refuseUnless(
        canActOnShift(actor, { unitId, personUserId: shift.person.userId }),
        "Ca này là của người khác.",
      );
      if (roster.state !== "published" || shift.startsAt <= now()) {
        throw new Refusal("invalid", "Chỉ xin đổi được ca đã công bố và chưa bắt đầu.");
      }
      if (toPersonId === shift.personId) throw new Refusal("invalid", "Chọn một người khác.");
      const person = await holdRostered(tx, roster, toPersonId);
      if (otherShiftId) await refuseForeignShift(tx, input);

      await tx.swapRequest.create({
        data: {
          id,
          unitId,
          shiftId,
          otherShiftId,
          fromPersonId: shift.personId,
          toPersonId,
          reason,
          requestedAt: now(),
          requestedById: actor.userId,
        },
      });
      const title = `${shift.person.name} xin đổi ${shiftWords(shift)} với ${person.name}`;
      const told = person.userId ? [person.userId] : await leadsOf(tx, unitId);
      await tell(tx, told, { kind: "swap.asked", title, body: reason, swapId: id });
      await recordAudit(tx, actor, {
        action: "swap.ask",
        subject: { type: "swap", id },
        after: { shiftId, toPersonId, otherShiftId, reason },
        details: { shift: shiftWords(shift), name: person.name, reason },
      });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Refusal("conflict", "Ca này đang có một yêu cầu đổi chưa xong.");
  }
}

async function refuseForeignShift(tx: Transaction, { otherShiftId, toPersonId }: AskSwap) {
  const other = await tx.shift.findFirst({
    where: {
      id: otherShiftId ?? undefined,
      personId: toPersonId,
      toEdition: null,
      publishedAt: { not: null },
      startsAt: { gt: now() },
    },
    select: { id: true },
  });
  if (!other) throw new Refusal("invalid", "Ca đổi lại phải là ca sắp tới của người kia.");
}

/** The other person agrees; where the unit asks for no approval the shifts change hands at once. */
export async function consentSwap(actor: Actor, { swapId: id }: SwapId) {
  await refuseOverlap(() =>
    inTransaction(async (tx) => {
      const swap = await holdSwap(tx, actor, id);
      refuseUnless(canConsentSwap(actor, swap), "Yêu cầu này không chờ bạn đồng ý.");
      await tx.swapRequest.update({ where: { id }, data: { consentedAt: now() } });
      if (await swapNeedsApproval(tx, swap.unitId)) {
        const title = `${swap.fromPerson.name} và ${swap.toPerson.name} xin đổi ca, chờ duyệt`;
        const leads = await leadsOf(tx, swap.unitId);
        await tell(tx, leads, { kind: "swap.consented", title, body: swap.reason, swapId: id });
      } else await apply(tx, actor, swap);
      await recordAudit(tx, actor, { action: "swap.consent", subject: { type: "swap", id } });
    }),
  );
}

/** The lead agrees: the shifts change hands in an edition of their own. */
export async function approveSwap(actor: Actor, { swapId: id }: SwapId) {
  await refuseOverlap(() =>
    inTransaction(async (tx) => {
      const swap = await holdSwap(tx, actor, id);
      refuseUnless(canApproveSwap(actor, swap), "Yêu cầu này không chờ lãnh đạo đơn vị duyệt.");
      await tx.swapRequest.update({
        where: { id },
        data: { approvedAt: now(), approvedById: actor.userId },
      });
      await apply(tx, actor, swap);
      await recordAudit(tx, actor, { action: "swap.approve", subject: { type: "swap", id } });
    }),
  );
}

/** Ends a request without a change: taken back, declined or refused. */
export async function endSwap(actor: Actor, { swapId: id, reason }: EndSwap) {
  await inTransaction(async (tx) => {
    const swap = await holdSwap(tx, actor, id);
    refuseUnless(canEndSwap(actor, swap), "Yêu cầu này đã xong hoặc không phải của bạn.");
    await tx.swapRequest.update({
      where: { id },
      data: { endedAt: now(), endedById: actor.userId, endReason: reason },
    });
    const people = [swap.fromPerson.userId, swap.toPerson.userId].filter(
      (userId) => userId !== null && userId !== actor.userId,
    );
    const title = `Không đổi ca của ${swap.fromPerson.name} và ${swap.toPerson.name}`;
    await tell(tx, people, { kind: "swap.ended", title, body: reason, swapId: id });
    await recordAudit(tx, actor, {
      action: "swap.end",
      subject: { type: "swap", id },
      details: { reason },
    });
  });
}

/** Locks the roster before the request, as every other change of the roster does. */
async function holdSwap(tx: Transaction, actor: Actor, id: string) {
  const found = await tx.swapRequest.findFirst({
    where: { id, AND: visibleDuty(actor) },
    select: { shift: { select: { rosterId: true } } },
  });
  if (!found) throw new Refusal("not-found", "Không tìm thấy yêu cầu đổi ca.");
  await tx.$queryRaw`SELECT 1 FROM "Roster" WHERE id = ${found.shift.rosterId}::uuid FOR UPDATE`;
  return tx.swapRequest.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      unitId: true,
      shiftId: true,
      otherShiftId: true,
      fromPersonId: true,
      toPersonId: true,
      reason: true,
      consentedAt: true,
      appliedAt: true,
      endedAt: true,
      fromPerson: { select: { name: true, userId: true } },
      toPerson: { select: { name: true, userId: true } },
    },
  });
}

type HeldSwap = Awaited<ReturnType<typeof holdSwap>>;

/** Both old shifts end before the new ones stand: they may overlap each other. */
async function apply(tx: Transaction, actor: Actor, swap: HeldSwap) {
  const first = await holdShift(tx, actor, swap.shiftId);
  const second = swap.otherShiftId ? await holdShift(tx, actor, swap.otherShiftId) : null;
  const { roster } = first;
  if (second && second.roster.id !== roster.id) {
    throw new Refusal("conflict", "Hai ca nằm trong hai lịch khác nhau nên không đổi được.");
  }
  const started = [first.shift, ...(second ? [second.shift] : [])].some(
    ({ startsAt }) => startsAt <= now(),
  );
  if (started) throw new Refusal("conflict", "Ca đã bắt đầu nên không đổi được nữa.");

  const reason = `Đổi ca: ${swap.reason}`;
  const turns = [
    { shift: first.shift, personId: swap.toPersonId, person: swap.toPerson },
    ...(second
      ? [{ shift: second.shift, personId: swap.fromPersonId, person: swap.fromPerson }]
      : []),
  ];
  const changes = turns.map(({ shift, person }) => changeOf(shift, shift.person.name, person.name));
  const edition = await openEdition(tx, actor, roster, { reason, changes });
  for (const { shift } of turns) await releaseShift(tx, roster, edition, { shift, reason });
  for (const { shift, personId, person } of turns) {
    const { post, startsAt, endsAt } = shift;
    const replacesId = shift.id;
    await placeShift(tx, roster, edition, {
      post,
      startsAt,
      endsAt,
      personId,
      person,
      reason,
      replacesId,
    });
  }
  await tx.swapRequest.update({ where: { id: swap.id }, data: { appliedAt: now() } });
}

async function leadsOf(tx: Transaction, unitId: string) {
  const leads = await tx.user.findMany({
    where: { unitId, disabledAt: null, role: { in: ["unit_lead", "telco_liaison"] } },
    select: { id: true },
  });
  return leads.map(({ id }) => id);
}

type Told = { kind: NoticeKind; title: string; body: string; swapId: string };

const tell = (tx: Transaction, userIds: (string | null)[], { kind, title, body, swapId }: Told) =>
  noticePeople(
    tx,
    userIds.flatMap((userId) => userId ?? []),
    { kind, title, body, subject: { type: "swap", id: swapId }, cause: `${kind}:${swapId}` },
  );
