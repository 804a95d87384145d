import "server-only";

import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { noticePeople } from "@/lib/notifications/record";
import { formatDay, formatTime, now } from "@/lib/time";
import { postLabels } from "../../labels";
import { visibleDuty } from "../../policy";
import type { DutyPost, Span } from "../../schema";

/** What an edition changed: who was there and who is, on which post, when. */
export type Change = {
  startsAt: string;
  endsAt: string;
  post: DutyPost;
  was: string | null;
  is: string | null;
};

/** The roster and everything in it stand still until the command ends. */
export async function holdRoster(tx: Transaction, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Roster" WHERE id = ${id}::uuid FOR UPDATE`;
  const roster = await tx.roster.findFirst({
    where: { id, AND: visibleDuty(actor) },
    select: {
      id: true,
      unitId: true,
      campaignId: true,
      startsAt: true,
      endsAt: true,
      state: true,
      edition: true,
      version: true,
      pattern: true,
      unit: { select: { name: true } },
      campaign: { select: { name: true } },
    },
  });
  if (!roster) throw new Refusal("not-found", "Không tìm thấy lịch trực.");
  return roster;
}

export type HeldRoster = Awaited<ReturnType<typeof holdRoster>>;

/**
 * Opens the edition that the coming changes belong to. A draft has none: its rows wait for the
 * first. In a published roster every change is one, with a reason, and can be read for ever.
 */
export async function openEdition(
  tx: Transaction,
  actor: Actor,
  roster: HeldRoster,
  { reason, changes }: { reason: string; changes: Change[] },
) {
  const published = roster.state === "published";
  if (published && reason.length < 3) {
    throw new Refusal("invalid", "Lịch đã công bố: ghi lý do điều chỉnh rồi bấm lại.");
  }
  const number = published ? roster.edition + 1 : 1;
  await tx.roster.update({
    where: { id: roster.id },
    data: { version: { increment: 1 }, ...(published ? { edition: number } : {}) },
  });
  if (published) {
    await tx.rosterEdition.create({
      data: {
        rosterId: roster.id,
        number,
        at: now(),
        byId: actor.userId,
        byName: actor.fullName,
        reason,
        changes,
      },
    });
  }
  return { number, publishedAt: published ? now() : null };
}

/** `Trực chuyên môn 07:00–19:00 28/01/2025` */
export const shiftWords = ({ post, startsAt, endsAt }: Span & { post: DutyPost }) =>
  `${postLabels[post]} ${formatTime(startsAt)}–${formatTime(endsAt)} ${formatDay(startsAt)}`;

type ToldShift = Span & { id: string; post: DutyPost; person: { userId: string | null } };

/** Tells people with an account that a published shift became theirs, or no longer is. */
export async function tellShiftChange(
  tx: Transaction,
  rosterId: string,
  { shift, kind, reason }: { shift: ToldShift; kind: "given" | "taken"; reason: string },
) {
  const { userId } = shift.person;
  if (!userId) return;
  const given = kind === "given";
  await noticePeople(tx, [userId], {
    kind: given ? "shift.given" : "shift.taken",
    title: given ? `Bạn được xếp ${shiftWords(shift)}` : `Bạn thôi ${shiftWords(shift)}`,
    body: reason,
    subject: { type: "roster", id: rosterId },
    cause: `shift.${kind}:${shift.id}`,
  });
}
