import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { db, inTransaction } from "@/lib/db";
import { databaseUrl } from "@/lib/env";
import { waysOut } from "@/lib/jobs/sending/channels";
import { startSender } from "@/lib/jobs/sending/sender";
import { ensurePushKeys } from "@/lib/notifications/browsers/commands";
import type { NoticeKind } from "@/lib/notifications/labels";
import { noticePeople, noticeUnits } from "@/lib/notifications/record";

/** Someone with an address, on a database where every channel is set up. */
export async function reachable(actor: Actor) {
  await db.noticeChannel.updateMany({ data: { ready: true, pausedAt: null } });
  const email = `${actor.userId}@xa.example`;
  await db.user.update({ where: { id: actor.userId }, data: { email } });
  return email;
}

type Said = { kind?: NoticeKind; title?: string; body?: string; cause?: string };

const noticeOf = ({ kind = "question.answer", title = "Huyện trả lời", ...rest }: Said) => ({
  kind,
  title,
  subject: { type: "directive", id: randomUUID() },
  cause: randomUUID(),
  ...rest,
});

export async function tellPerson({ userId }: Actor, said: Said = {}) {
  const notice = noticeOf(said);
  await inTransaction((tx) => noticePeople(tx, [userId], notice));
  return notice.cause;
}

export async function tellUnit({ unitId }: Actor, said: Said = {}) {
  const notice = noticeOf(said);
  await inTransaction((tx) => noticeUnits(tx, [unitId], notice));
  return notice.cause;
}

export const deliveriesOf = (cause: string) =>
  db.noticeDelivery.findMany({ where: { cause }, orderBy: [{ channel: "asc" }, { id: "asc" }] });

/** A sender as a worker runs it, with places of the test's own to send to. */
export async function aSender({
  smtp,
  allowed = "127.0.0.1",
}: {
  smtp?: string;
  allowed?: string;
}) {
  const keys = { subject: "mailto:truc@huulung.example", ...(await ensurePushKeys(systemActor)) };
  const ways = waysOut(keys, {
    SMTP_URL: smtp,
    MAIL_FROM: "Trực an toàn mạng <truc@huulung.example>",
    PUBLIC_URL: "https://truc.huulung.example",
    NOTICE_ALLOWED_HOSTS: allowed,
  });
  return startSender(databaseUrl() ?? "", ways, { pollMs: 100 });
}
