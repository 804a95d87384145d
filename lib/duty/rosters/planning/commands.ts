import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, isOverlap, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { formatInstant, now } from "@/lib/time";
import type { DutyPost, Span } from "../../schema";
import {
  type Change,
  type HeldRoster,
  holdRoster,
  openEdition,
  shiftWords,
  tellShiftChange,
} from "../editions/commands";
import { remainder } from "../editions/rules";
import { canChangeShifts } from "../policy";
import type { AddShift, ReassignShift, RemoveShift } from "../schema";

const NOT_NOW = "Lịch đang chờ huyện xem hoặc không phải của đơn vị bạn nên chưa sửa được.";

/** Puts one more person on duty. The same form twice is one shift. */
export async function addShift(
  actor: Actor,
  { rosterId, requestId: id, reason, ...shift }: AddShift,
) {
  await refuseOverlap(() =>
    inTransaction(async (tx) => {
      const roster = await holdRoster(tx, actor, rosterId);
      refuseUnless(canChangeShifts(actor, roster), NOT_NOW);
      if (await tx.shift.findFirst({ where: { id, rosterId }, select: { id: true } })) return;
      const person = await holdRostered(tx, roster, shift.personId);
      const changes = [changeOf(shift, null, person.name)];
      const edition = await openEdition(tx, actor, roster, { reason, changes });
      await placeShift(tx, roster, edition, { id, ...shift, person, reason });
      await recordAudit(tx, actor, {
        action: "shift.add",
        subject: { type: "roster", id: rosterId },
        after: shift,
        details: { name: person.name, shift: shiftWords(shift), reason },
      });
    }),
  );
}

/** Gives a shift to someone else; one that is going on is parted at this minute. */
export async function reassignShift(actor: Actor, { shiftId, personId, reason }: ReassignShift) {
  return refuseOverlap(() =>
    inTransaction(async (tx) => {
      const { roster, shift } = await holdShift(tx, actor, shiftId);
      refuseUnless(canChangeShifts(actor, roster), NOT_NOW);
      if (shift.personId === personId) throw new Refusal("invalid", "Ca này đã là của người đó.");
      const person = await holdRostered(tx, roster, personId);
      const rest = remainder(roster, shift, now());
      const edition = await openEdition(tx, actor, roster, {
        reason,
        changes: [changeOf({ ...shift, ...rest }, shift.person.name, person.name)],
      });
      await releaseShift(tx, roster, edition, { shift, reason });
      await placeShift(tx, roster, edition, {
        ...rest,
        post: shift.post,
        personId,
        person,
        reason,
        replacesId: roster.state === "published" ? shift.id : null,
      });
      await recordAudit(tx, actor, {
        action: "shift.reassign",
        subject: { type: "roster", id: roster.id },
        before: { personId: shift.personId },
        after: { personId, ...rest },
        details: { name: person.name, was: shift.person.name, shift: shiftWords(shift), reason },
      });
      return { rosterId: roster.id };
    }),
  );
}

/** Takes a shift out: in a draft it is gone, once published it stays in the earlier editions. */
export async function removeShift(actor: Actor, { shiftId, reason }: RemoveShift) {
  return inTransaction(async (tx) => {
    const { roster, shift } = await holdShift(tx, actor, shiftId);
    refuseUnless(canChangeShifts(actor, roster), NOT_NOW);
    const rest = remainder(roster, shift, now());
    const edition = await openEdition(tx, actor, roster, {
      reason,
      changes: [changeOf({ ...shift, ...rest }, shift.person.name, null)],
    });
    await releaseShift(tx, roster, edition, { shift, reason });
    await recordAudit(tx, actor, {
      action: "shift.remove",
      subject: { type: "roster", id: roster.id },
      before: { personId: shift.personId, ...rest },
      details: { name: shift.person.name, shift: shiftWords(shift), reason },
    });
    return { rosterId: roster.id };
  });
}

export const changeOf = (
  shift: Span & { post: DutyPost },
  was: string | null,
  is: string | null,
): Change => ({
  startsAt: shift.startsAt.toISOString(),
  endsAt: shift.endsAt.toISOString(),
  post: shift.post,
  was,
  is,
});

/** A living shift with its roster held; the roster is locked first, as everywhere. */
export async function holdShift(tx: Transaction, actor: Actor, id: string) {
  const found = await tx.shift.findUnique({ where: { id }, select: { rosterId: true } });
  if (!found) throw new Refusal("not-found", "Không tìm thấy ca trực.");
  const roster = await holdRoster(tx, actor, found.rosterId);
  const shift = await tx.shift.findFirst({
    where: { id, toEdition: null },
    select: {
      id: true,
      personId: true,
      post: true,
      startsAt: true,
      endsAt: true,
      checkedInAt: true,
      person: { select: { name: true, userId: true } },
    },
  });
  if (!shift) throw new Refusal("conflict", "Ca này đã được điều chỉnh. Tải lại trang để xem.");
  return { roster, shift };
}

export type HeldShift = Awaited<ReturnType<typeof holdShift>>["shift"];

/** Someone of the roster's unit who may be put on duty; kept on the list until the command ends. */
export async function holdRostered(tx: Transaction, roster: HeldRoster, personId: string) {
  await tx.$queryRaw`SELECT 1 FROM "DutyPerson" WHERE id = ${personId}::uuid FOR SHARE`;
  const person = await tx.dutyPerson.findFirst({
    where: { id: personId, unitId: roster.unitId, removedAt: null },
    select: { name: true, userId: true },
  });
  if (!person) throw new Refusal("not-found", "Không tìm thấy người này trong danh sách trực.");
  return person;
}

type Edition = { number: number; publishedAt: Date | null };
type NewShift = Span & {
  id?: string;
  personId: string;
  post: DutyPost;
  person: { name: string; userId: string | null };
  reason: string;
  replacesId?: string | null;
};

export async function placeShift(
  tx: Transaction,
  roster: HeldRoster,
  { number, publishedAt }: Edition,
  { person, reason, ...shift }: NewShift,
) {
  if (shift.startsAt < roster.startsAt || shift.endsAt > roster.endsAt) {
    throw new Refusal(
      "invalid",
      `Ca trực phải nằm trong lịch: từ ${formatInstant(roster.startsAt)} đến ${formatInstant(roster.endsAt)}.`,
    );
  }
  const clash = await tx.shift.findFirst({
    where: {
      personId: shift.personId,
      post: shift.post,
      toEdition: null,
      startsAt: { lt: shift.endsAt },
      endsAt: { gt: shift.startsAt },
    },
    select: { startsAt: true, endsAt: true },
  });
  if (clash) {
    throw new Refusal(
      "conflict",
      `${person.name} đã có ca từ ${formatInstant(clash.startsAt)} đến ${formatInstant(clash.endsAt)}. Chọn người khác hoặc đổi giờ.`,
    );
  }
  const { id } = await tx.shift.create({
    data: {
      ...shift,
      rosterId: roster.id,
      unitId: roster.unitId,
      publishedAt,
      fromEdition: number,
    },
    select: { id: true },
  });
  if (publishedAt) {
    await tellShiftChange(tx, roster.id, {
      shift: { ...shift, id, person },
      kind: "given",
      reason,
    });
  }
  return id;
}

export async function releaseShift(
  tx: Transaction,
  roster: HeldRoster,
  { number, publishedAt }: Edition,
  { shift, reason }: { shift: HeldShift; reason: string },
) {
  if (!publishedAt) {
    await tx.shift.delete({ where: { id: shift.id } });
    return;
  }
  const rest = remainder(roster, shift, now());
  const begun = rest.startsAt > shift.startsAt;
  await tx.shift.update({
    where: { id: shift.id },
    data: begun ? { endsAt: rest.startsAt } : { toEdition: number },
  });
  await tx.dutyAlert.updateMany({
    where: { shiftId: shift.id, resolvedAt: null },
    data: { resolvedAt: now(), nextStepAt: null },
  });
  await tellShiftChange(tx, roster.id, { shift, kind: "taken", reason });
}

/** The database has the last word, should two commands have looked at the same time. */
export async function refuseOverlap<T>(work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (!isOverlap(error)) throw error;
    throw new Refusal("conflict", "Người này vừa được xếp một ca trùng giờ. Tải lại trang để xem.");
  }
}
