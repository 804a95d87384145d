import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { addDutyPerson } from "@/lib/duty/people/commands";
import { createRoster, publishRoster } from "@/lib/duty/rosters/commands";
import { addShift } from "@/lib/duty/rosters/planning/commands";
import type { DutyPost } from "@/lib/duty/schema";
import { aDistrict, type District } from "./district";

/** District time on a Tết day. */
export const at = (text: string) => new Date(`${text}:00+07:00`);

export const TET = { startsAt: at("2025-01-28T07:00"), endsAt: at("2025-01-30T07:00") };

export async function aCampaign(district: District, window = TET) {
  return db.campaign.create({
    data: { name: "Tết Ất Tỵ", ...window, createdById: district.officer.userId },
  });
}

export async function aWatcher(
  lead: Actor,
  {
    posts = ["staff"],
    userId = null,
    name,
  }: { posts?: DutyPost[]; userId?: string | null; name?: string } = {},
) {
  const { id } = await addDutyPerson(lead, {
    requestId: randomUUID(),
    name: name ?? `Người trực ${randomUUID().slice(0, 4)}`,
    title: "Công chức",
    phone: "0912 000 000",
    posts,
    userId,
  });
  return id;
}

/** A draft of the lead's unit for two days of Tết, by twelve hours, with two people on the list. */
export async function aRosterDraft(overrides: { district?: District } = {}) {
  const district = overrides.district ?? (await aDistrict());
  const campaign = await aCampaign(district);
  const { lead, staff } = district;
  const hoa = await aWatcher(lead, { userId: staff.userId, name: "Lương Thị Hoa" });
  const tuan = await aWatcher(lead, { name: "Hoàng Văn Tuấn" });
  const { id } = await createRoster(lead, {
    requestId: randomUUID(),
    campaignId: campaign.id,
    ...TET,
    staffPattern: "12h",
    staffOwn: "",
    leaderPattern: "none",
    leaderOwn: "",
  });
  return { district, campaign, lead, staff, hoa, tuan, rosterId: id };
}

export type RosterDraft = Awaited<ReturnType<typeof aRosterDraft>>;

/** One shift in it; the id it got. */
export async function aShift(
  { lead, rosterId }: { lead: Actor; rosterId: string },
  personId: string,
  [from, to]: [string, string],
  { post = "staff", reason = "" }: { post?: DutyPost; reason?: string } = {},
) {
  const requestId = randomUUID();
  const span = { startsAt: at(from), endsAt: at(to) };
  await addShift(lead, { requestId, rosterId, personId, post, ...span, reason });
  return requestId;
}

/** Four shifts of twelve hours, Hoa by day and Tuấn by night, published without a gap. */
export async function aPublishedRoster(overrides: { district?: District } = {}) {
  const draft = await aRosterDraft(overrides);
  const shifts = [
    await aShift(draft, draft.hoa, ["2025-01-28T07:00", "2025-01-28T19:00"]),
    await aShift(draft, draft.tuan, ["2025-01-28T19:00", "2025-01-29T07:00"]),
    await aShift(draft, draft.hoa, ["2025-01-29T07:00", "2025-01-29T19:00"]),
    await aShift(draft, draft.tuan, ["2025-01-29T19:00", "2025-01-30T07:00"]),
  ] as const;
  await publishNow(draft);
  return { ...draft, shifts };
}

export async function publishNow(
  { lead, rosterId }: { lead: Actor; rosterId: string },
  gapReason = "",
) {
  const { version } = await db.roster.findUniqueOrThrow({ where: { id: rosterId } });
  await publishRoster(lead, { rosterId, version, gapReason });
}
