import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { refuseUnless } from "@/lib/errors";
import { gapsOf, overlaps } from "../../coverage/rules";
import type { DutyPolicyValues, DutyPost } from "../../schema";
import { loadDutyPolicy } from "../../settings/queries";
import { weightedHours } from "../../weights/rules";
import { type HeldRoster, holdRoster } from "../editions/commands";
import { refuseStale } from "../editions/rules";
import { slotsOf } from "../patterns/rules";
import { refuseOverlap } from "../planning/commands";
import { canPlanRoster } from "../policy";
import { type FillRosterInput, rosterPatternSchema, type SeenRoster } from "../schema";
import { type Candidate, fillRoster, type Slot } from "./rules";

const DAY = 24 * 3_600_000;
/** What is carried from earlier campaigns is evened out, not paid back all at once. */
const MOST_CARRIED = 24;

/** Fills what is empty in a draft; what is there stays. Tells what could not be done and why. */
export async function fillDraft(actor: Actor, input: FillRosterInput) {
  const { rosterId, version, posts } = input;
  const outcome = { assigned: 0, unfilled: [] as Unfilled[], unmetWishes: [] as string[] };
  await refuseOverlap(() =>
    inTransaction(async (tx) => {
      const roster = await holdRoster(tx, actor, rosterId);
      refuseUnless(
        canPlanRoster(actor, roster),
        "Chỉ xếp tự động được trong dự thảo của đơn vị mình.",
      );
      refuseStale(roster, version);
      const policy = await loadDutyPolicy(tx, roster.campaignId);
      const slots = await emptySlots(tx, roster, input);
      const { people, names } = await loadCandidates(tx, roster, policy);
      const filling = fillRoster({
        slots: slots.filter(({ post }) => posts.includes(post)),
        people,
        minimumRestMinutes: policy.minimumRestMinutes,
        weigh: (span) => weightedHours(span, policy.weights, policy.holidays),
      });
      await tx.shift.createMany({
        data: filling.assigned.map(({ slot, personId }) => ({
          ...slot,
          personId,
          rosterId,
          unitId: roster.unitId,
        })),
      });
      await tx.roster.update({ where: { id: rosterId }, data: { version: { increment: 1 } } });
      outcome.assigned = filling.assigned.length;
      outcome.unfilled = filling.unfilled;
      outcome.unmetWishes = filling.unmetWishes.map(({ personId }) => names.get(personId) ?? "");
      await recordAudit(tx, actor, {
        action: "roster.fill",
        subject: { type: "roster", id: rosterId },
        after: filling.assigned,
        details: { shifts: filling.assigned.length, unfilled: filling.unfilled.length },
      });
    }),
  );
  return outcome;
}

type Unfilled = ReturnType<typeof fillRoster>["unfilled"][number];

/** Takes all shifts out of a draft, to start afresh. */
export async function clearDraft(actor: Actor, { rosterId, version }: SeenRoster) {
  await inTransaction(async (tx) => {
    const roster = await holdRoster(tx, actor, rosterId);
    refuseUnless(canPlanRoster(actor, roster), "Chỉ xóa được ca trong dự thảo của đơn vị mình.");
    refuseStale(roster, version);
    const { count } = await tx.shift.deleteMany({ where: { rosterId } });
    await tx.roster.update({ where: { id: rosterId }, data: { version: { increment: 1 } } });
    await recordAudit(tx, actor, {
      action: "roster.clear",
      subject: { type: "roster", id: rosterId },
      details: { shifts: count },
    });
  });
}

/** Of every slot what is still free; a second and third person where more are wanted per shift. */
async function emptySlots(tx: Transaction, roster: HeldRoster, { staffPerShift }: FillRosterInput) {
  const pattern = rosterPatternSchema.parse(roster.pattern);
  const held = await tx.shift.findMany({ where: { rosterId: roster.id, toEdition: null } });
  const slotsFor = (post: DutyPost, wanted: number): Slot[] =>
    slotsOf(roster, pattern[post]).flatMap((slot) => {
      const there = held.filter((shift) => shift.post === post && overlaps(shift, slot));
      const more = Math.max(0, wanted - Math.max(1, there.length));
      const first = gapsOf(slot, there);
      return [...first, ...Array.from({ length: more }, () => slot)].map((span) => ({
        ...span,
        post,
      }));
    });
  return [...slotsFor("staff", staffPerShift), ...slotsFor("leader", 1)];
}

/** Everyone on the unit's list with what binds them around the window and what they carry. */
async function loadCandidates(tx: Transaction, roster: HeldRoster, policy: DutyPolicyValues) {
  const around = {
    endsAt: { gt: new Date(roster.startsAt.getTime() - 2 * DAY) },
    startsAt: { lt: new Date(roster.endsAt.getTime() + 2 * DAY) },
  };
  const rows = await tx.dutyPerson.findMany({
    where: { unitId: roster.unitId, removedAt: null },
    select: {
      id: true,
      name: true,
      posts: true,
      absences: { where: around, select: { kind: true, startsAt: true, endsAt: true } },
      shifts: {
        where: { toEdition: null, ...around },
        select: { rosterId: true, startsAt: true, endsAt: true },
      },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const carried = await loadCarried(tx, roster, policy);
  const people = rows.map(
    ({ id, posts, absences, shifts }): Candidate => ({
      id,
      posts,
      carried: carried.get(id) ?? 0,
      leaves: absences.filter(({ kind }) => kind === "leave"),
      wishes: absences.filter(({ kind }) => kind === "wish"),
      held: shifts,
      heldWeight: shifts
        .filter(({ rosterId }) => rosterId === roster.id)
        .reduce((sum, shift) => sum + weightedHours(shift, policy.weights, policy.holidays), 0),
    }),
  );
  return { people, names: new Map(rows.map(({ id, name }) => [id, name])) };
}

/** Weighted hours of the year before this roster, as more or less than the mean of who had any. */
async function loadCarried(
  tx: Transaction,
  roster: HeldRoster,
  { weights, holidays }: DutyPolicyValues,
) {
  const past = await tx.shift.findMany({
    where: {
      unitId: roster.unitId,
      rosterId: { not: roster.id },
      publishedAt: { not: null },
      toEdition: null,
      endsAt: { lte: roster.startsAt },
      startsAt: { gt: new Date(roster.startsAt.getTime() - 365 * DAY) },
    },
    select: { personId: true, startsAt: true, endsAt: true },
  });
  const hours = new Map<string, number>();
  for (const shift of past) {
    const before = hours.get(shift.personId) ?? 0;
    hours.set(shift.personId, before + weightedHours(shift, weights, holidays));
  }
  const mean = [...hours.values()].reduce((sum, value) => sum + value, 0) / Math.max(1, hours.size);
  const limited = (value: number) => Math.min(MOST_CARRIED, Math.max(-MOST_CARRIED, value - mean));
  return new Map([...hours].map(([id, value]) => [id, limited(value)]));
}
