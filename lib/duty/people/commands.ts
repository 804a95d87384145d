import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { formatInstant, now } from "@/lib/time";
import { canActOnShift, canMakeRoster, visibleDuty } from "../policy";
import type {
  AddAbsence,
  AddDutyPerson,
  RemoveAbsence,
  RemoveDutyPerson,
  UpdateDutyPerson,
} from "./schema";

const ONLY_LEAD = "Chỉ lãnh đạo đơn vị sửa danh sách người trực.";

/** Puts someone on the unit's list, with an account or without. The same form twice is one person. */
export async function addDutyPerson(actor: Actor, { requestId: id, ...person }: AddDutyPerson) {
  const { unitId } = actor;
  refuseUnless(canMakeRoster(actor, { unitId }), ONLY_LEAD);
  await refuseSecondAccount(() =>
    inTransaction(async (tx) => {
      if (await tx.dutyPerson.findFirst({ where: { id, unitId }, select: { id: true } })) return;
      await holdAccount(tx, actor, person.userId);
      await tx.dutyPerson.create({ data: { id, unitId, createdAt: now(), ...person } });
      await recordAudit(tx, actor, {
        action: "duty-person.add",
        subject: { type: "duty-person", id },
        after: person,
        details: { name: person.name },
      });
    }),
  );
  return { id };
}

export async function updateDutyPerson(
  actor: Actor,
  { personId: id, ...person }: UpdateDutyPerson,
) {
  await refuseSecondAccount(() =>
    inTransaction(async (tx) => {
      const before = await holdPerson(tx, actor, id);
      refuseUnless(canMakeRoster(actor, before), ONLY_LEAD);
      await holdAccount(tx, actor, person.userId);
      await tx.dutyPerson.update({ where: { id }, data: person });
      await recordAudit(tx, actor, {
        action: "duty-person.update",
        subject: { type: "duty-person", id },
        before,
        after: person,
        details: { name: person.name },
      });
    }),
  );
}

/** Takes someone off the list; refused while a shift of theirs is still to come or going on. */
export async function removeDutyPerson(actor: Actor, { personId: id }: RemoveDutyPerson) {
  await inTransaction(async (tx) => {
    const person = await holdPerson(tx, actor, id);
    refuseUnless(canMakeRoster(actor, person), ONLY_LEAD);
    const coming = { personId: id, toEdition: null, endsAt: { gt: now() } };
    const [count, first] = await Promise.all([
      tx.shift.count({ where: coming }),
      tx.shift.findFirst({ where: coming, orderBy: { startsAt: "asc" } }),
    ]);
    if (first) {
      throw new Refusal(
        "conflict",
        `${person.name} còn ${count} ca trực, ca gần nhất lúc ${formatInstant(first.startsAt)}. Giao các ca đó cho người khác rồi mới đưa ra khỏi danh sách.`,
      );
    }
    await tx.dutyPerson.update({ where: { id }, data: { removedAt: now() } });
    await recordAudit(tx, actor, {
      action: "duty-person.remove",
      subject: { type: "duty-person", id },
      details: { name: person.name },
    });
  });
}

/** Leave, or a wish: the person says it for themselves, the lead for anyone. */
export async function addAbsence(
  actor: Actor,
  { requestId: id, personId, ...absence }: AddAbsence,
) {
  await inTransaction(async (tx) => {
    const person = await holdPerson(tx, actor, personId);
    refuseUnless(
      mayTellAbsence(actor, person),
      "Chỉ người trực hoặc lãnh đạo đơn vị ghi ngày nghỉ.",
    );
    if (await tx.dutyAbsence.findUnique({ where: { id }, select: { id: true } })) return;
    await tx.dutyAbsence.create({ data: { id, personId, ...absence } });
    await recordAudit(tx, actor, {
      action: "duty-absence.add",
      subject: { type: "duty-person", id: personId },
      after: absence,
      details: { name: person.name },
    });
  });
}

export async function removeAbsence(actor: Actor, { personId, absenceId: id }: RemoveAbsence) {
  await inTransaction(async (tx) => {
    const person = await holdPerson(tx, actor, personId);
    refuseUnless(
      mayTellAbsence(actor, person),
      "Chỉ người trực hoặc lãnh đạo đơn vị xóa ngày nghỉ.",
    );
    const { count } = await tx.dutyAbsence.deleteMany({ where: { id, personId } });
    if (count === 0) throw new Refusal("not-found", "Không tìm thấy ngày nghỉ này.");
    await recordAudit(tx, actor, {
      action: "duty-absence.remove",
      subject: { type: "duty-person", id: personId },
      details: { name: person.name },
    });
  });
}

const mayTellAbsence = (actor: Actor, person: { unitId: string; userId: string | null }) =>
  canActOnShift(actor, { unitId: person.unitId, personUserId: person.userId });

/** Keeps the person as they are until the command ends: no shift is given meanwhile. */
async function holdPerson(tx: Transaction, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "DutyPerson" WHERE id = ${id}::uuid FOR UPDATE`;
  const person = await tx.dutyPerson.findFirst({
    where: { id, removedAt: null, AND: visibleDuty(actor) },
    select: { unitId: true, name: true, title: true, phone: true, posts: true, userId: true },
  });
  if (!person) throw new Refusal("not-found", "Không tìm thấy người trực này.");
  return person;
}

async function holdAccount(tx: Transaction, actor: Actor, userId: string | null) {
  if (!userId) return;
  const account = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "User" WHERE id = ${userId}::uuid AND "unitId" = ${actor.unitId}::uuid
      AND "disabledAt" IS NULL FOR SHARE`;
  if (account.length === 0) {
    throw new Refusal("not-found", "Tài khoản này không còn hoạt động trong đơn vị.");
  }
}

async function refuseSecondAccount(work: () => Promise<void>) {
  try {
    await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Refusal("conflict", "Tài khoản này đã gắn với một người khác trong danh sách trực.");
  }
}
