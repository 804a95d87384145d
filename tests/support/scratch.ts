import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "@/lib/db/embedded";
import { applyMigrations } from "@/lib/db/schema-engine";
import { pointAtDatabase } from "@/lib/env";

const dataDir = mkdtempSync(path.join(tmpdir(), "scratch-"));
chmodSync(dataDir, 0o755);
const server = await startEmbedded({ dataDir, temporary: true });
await applyMigrations(server.url);
pointAtDatabase(server.url);
const T0 = performance.now();
const log = (...x: unknown[]) => console.log(Math.round(performance.now() - T0), ...x);
const { db, inTransaction } = await import("@/lib/db");
const { aDistrict } = await import("@/tests/support/district");
const { aMailbox } = await import("@/tests/support/mailbox");
const { noticePeople } = await import("@/lib/notifications/record");
const { waysOut } = await import("@/lib/jobs/sending/channels");
const { startSender } = await import("@/lib/jobs/sending/sender");
const { systemActor } = await import("@/lib/auth/system-actor");
const { ensurePushKeys } = await import("@/lib/notifications/browsers/commands");
const { randomUUID } = await import("node:crypto");
const mailbox = await aMailbox();
const { staff } = await aDistrict();
await db.user.update({ where: { id: staff.userId }, data: { email: "truc@xa.example" } });
await db.noticeChannel.updateMany({ data: { ready: true } });
const keys = await ensurePushKeys(systemActor);
const ways = waysOut(
  { subject: "mailto:a@b.vn", ...keys },
  {
    SMTP_URL: mailbox.url,
    MAIL_FROM: "x <a@b.vn>",
    PUBLIC_URL: "http://localhost:3000",
    NOTICE_ALLOWED_HOSTS: "127.0.0.1",
  },
);
const sender = await startSender(server.url, ways);
log("started");
for (let n = 0; n < 20; n++) {
  await inTransaction((tx) =>
    noticePeople(tx, [staff.userId], {
      kind: "incident.escalate",
      title: "Sự cố",
      subject: { type: "incident", id: randomUUID() },
      cause: randomUUID(),
    }),
  );
}
log("told");
for (let i = 0; i < 8; i++) {
  await new Promise((r) => setTimeout(r, 700));
  log(
    mailbox.letters.length,
    await db.$queryRaw`SELECT state::text, error, count(*)::int FROM "NoticeDelivery" GROUP BY 1,2`,
  );
  if (mailbox.letters.length >= 20) break;
}
console.log(mailbox.letters[0]?.raw.slice(0, 1500));
await sender.stop();
await server.stop();
process.exit(0);
