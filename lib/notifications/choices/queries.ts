import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { now } from "@/lib/time";
import type { DeliveryState } from "../deliveries/labels";
import type { Channel, Topic } from "./schema";

type Wish = {
  emailAddress: string | null;
  phone: string | null;
  email: Topic[];
  push: Topic[];
  webhook: Topic[];
  quietFrom: number | null;
  quietTo: number | null;
  digestAt: number;
  version: number;
};

const TEST_MINUTES = 15;

/** What the person is told by which channel, whether that channel works, and how the last test went. */
export async function findNoticeChoices(actor: Actor) {
  const since = new Date(now().getTime() - TEST_MINUTES * 60_000);
  const [[wish], channels, gateways, tests] = await Promise.all([
    db.$queryRaw<Wish[]>`
      SELECT "emailAddress", phone, email, push, webhook, "quietFrom", "quietTo", "digestAt", version
      FROM "NoticeWish" WHERE "userId" = ${actor.userId}::uuid`,
    db.noticeChannel.findMany({ where: { ready: true }, select: { channel: true } }),
    db.noticeGateway.count({ where: { activeSince: { not: null } } }),
    db.noticeDelivery.findMany({
      where: { userId: actor.userId, notice: { kind: "test.sent", at: { gte: since } } },
      select: { id: true, channel: true, state: true, error: true, sentAt: true, noticeId: true },
      orderBy: [{ noticeId: "desc" }, { channel: "asc" }, { id: "asc" }],
      take: 20,
    }),
  ]);
  if (!wish) throw new Error("whoever is signed in has an account");
  const ready = new Set<Channel>(channels.map(({ channel }) => channel));
  if (gateways === 0) ready.delete("webhook");
  return {
    ...wish,
    ready: [...ready],
    lastTest: tests.filter(({ noticeId }) => noticeId === tests[0]?.noticeId) as TestDelivery[],
  };
}

type TestDelivery = {
  id: string;
  channel: Channel;
  state: DeliveryState;
  error: string;
  sentAt: Date | null;
};

export type NoticeChoices = Awaited<ReturnType<typeof findNoticeChoices>>;
