import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { handOver, signHandover } from "@/lib/duty/handovers/commands";
import { writeLog } from "@/lib/duty/log/commands";
import type { LogKind } from "@/lib/duty/log/schema";
import { checkIn } from "@/lib/duty/shifts/commands";
import { env } from "@/lib/env";
import { now, setClock } from "@/lib/time";
import { actorOf } from "./directives";

const MINUTE = 60_000;

/** Told to the logs of Yên Bình and the police, one after the other. */
const entries: [LogKind, string][] = [
  ["routine", "Kiểm tra trang thông tin điện tử và máy chủ của xã: hoạt động bình thường."],
  [
    "call",
    "Ông Hoàng Văn Páo, thôn Đồng Bé, báo có người tự xưng công an gọi điện yêu cầu chuyển tiền. Đã hướng dẫn không chuyển tiền, chuyển tin cho Công an huyện.",
  ],
  ["order", "Nhận điện của Văn phòng huyện: kiểm tra mật khẩu các tài khoản quản trị trong ngày."],
  [
    "alert",
    "Phần mềm chống mã độc báo 01 tệp đính kèm thư lạ trên máy văn thư; đã cách ly, đổi mật khẩu thư.",
  ],
  ["nil", ""],
];

/** What has happened on watch up to now: shifts taken, logged and handed over, one still missing. */
export async function seedWatch() {
  const today = now();
  const shifts = await db.shift.findMany({
    where: { post: "staff", toEdition: null, publishedAt: { not: null }, startsAt: { lte: today } },
    include: {
      person: { select: { user: { select: { username: true } } } },
      roster: { select: { createdById: true, unit: { select: { code: true } } } },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  const actors = new Map<string, Actor>();
  const known = async (username: string) => {
    const actor = actors.get(username) ?? (await actorOf(username));
    actors.set(username, actor);
    return actor;
  };
  const leads = new Map(
    (
      await db.user.findMany({
        where: { id: { in: shifts.map(({ roster }) => roster.createdById) } },
        select: { id: true, username: true },
      })
    ).map(({ id, username }) => [id, username]),
  );

  try {
    for (const [index, shift] of shifts.entries()) {
      const leadName = leads.get(shift.roster.createdById) ?? "";
      const over = shift.endsAt <= today;
      // Viettel's shift of now has not been taken: the alarm climbs before one's eyes.
      if (leadName === "viettel" && !over) continue;
      const actor = await known(shift.person.user?.username ?? leadName);
      const live = (at: Date) => setClock(at.toISOString());
      live(new Date(Math.min(shift.startsAt.getTime() - 4 * MINUTE, today.getTime())));
      await checkIn(actor, {
        requestId: randomUUID(),
        shiftId: shift.id,
        kind: "start",
        deviceAt: null,
      });
      if (["xa-yenbinh", "congan"].includes(leadName)) {
        await log(actor, shift, entries[index % entries.length] ?? ["nil", ""], today);
      }
      if (!over) continue;
      live(shift.endsAt);
      const requestId = randomUUID();
      const points = index % 6 === 0 ? "Theo dõi tiếp máy văn thư sau khi đổi mật khẩu." : "";
      await handOver(actor, { requestId, shiftId: shift.id, points, deviceAt: null });
      live(new Date(shift.endsAt.getTime() + 5 * MINUTE));
      const lead = await known(leadName);
      await signHandover(lead, { handoverId: requestId, note: "" });
    }
  } finally {
    setClock(env.DISTRICT_CLOCK);
  }
}

async function log(
  actor: Actor,
  shift: { id: string; startsAt: Date },
  [kind, text]: [LogKind, string],
  today: Date,
) {
  const at = new Date(shift.startsAt.getTime() + 95 * MINUTE);
  if (at > today) return;
  setClock(at.toISOString());
  await writeLog(actor, {
    requestId: randomUUID(),
    shiftId: shift.id,
    kind,
    text,
    correctsId: null,
    deviceAt: null,
  });
}
