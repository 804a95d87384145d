import { randomUUID } from "node:crypto";
import { addDays } from "@/lib/campaigns/calendar/rules";
import { db } from "@/lib/db";
import { earlier, later } from "@/lib/duty/coverage/rules";
import { addAbsence, addDutyPerson } from "@/lib/duty/people/commands";
import { createRoster, publishRoster } from "@/lib/duty/rosters/commands";
import { fillDraft } from "@/lib/duty/rosters/filling/commands";
import { removeShift } from "@/lib/duty/rosters/planning/commands";
import type { DutyPost } from "@/lib/duty/schema";
import { env } from "@/lib/env";
import { isoDay, now, parseLocal, setClock } from "@/lib/time";
import { actorOf } from "./directives";
import { seedWatch } from "./watch";

const HOUR = 3_600_000;

type Watcher = { name: string; title: string; phone: string; posts: DutyPost[]; account?: string };

/** Who keeps watch in the demo's units. Invented. */
const units: { lead: string; people: Watcher[]; hole?: boolean }[] = [
  {
    lead: "xa-yenbinh",
    people: [
      leader("Triệu Văn Sơn", "Phó Chủ tịch UBND xã", 108, "xa-yenbinh"),
      leader("Hoàng Thị Thắm", "Chủ tịch UBND xã", 201),
      staff("Lương Thị Hoa", "Công chức Văn hóa - Xã hội", 109, "xa-yenbinh-truc"),
      staff("Hoàng Văn Tuấn", "Công chức Văn phòng - Thống kê", 202),
      staff("Nông Thị Duyên", "Công chức Tư pháp - Hộ tịch", 203),
      staff("Vi Quốc Khánh", "Bí thư Đoàn xã", 204),
    ],
  },
  {
    lead: "congan",
    people: [
      leader("Thiếu tá Vi Văn Dũng", "Đội trưởng An ninh", 105, "congan"),
      leader("Trung tá Lê Anh Tuấn", "Phó Trưởng Công an huyện", 211),
      staff("Đại úy Nông Minh Đức", "Cán bộ trực ban", 106, "congan-truc"),
      staff("Thượng úy Lý Văn Hải", "Cán bộ an ninh mạng", 212),
      staff("Trung úy Mã Thị Liên", "Cán bộ tổng hợp", 213),
      staff("Thượng úy Hứa Đình Quân", "Cán bộ an ninh mạng", 214),
    ],
  },
  {
    lead: "vanphong",
    people: [
      leader("Hoàng Văn Thịnh", "Chánh Văn phòng", 103, "vanphong"),
      leader("Trần Thị Minh", "Phó Chánh Văn phòng", 221),
      staff("Lô Văn Phúc", "Chuyên viên", 222),
      staff("Nguyễn Hải Yến", "Chuyên viên", 223),
      staff("Dương Công Thành", "Nhân viên quản trị mạng", 224),
    ],
  },
  {
    lead: "thitran",
    hole: true,
    people: [
      leader("Phạm Đức Long", "Chủ tịch UBND thị trấn", 110, "thitran"),
      staff("Đinh Thị Hằng", "Công chức Văn phòng - Thống kê", 231),
      staff("Nguyễn Văn Cường", "Công chức Văn hóa - Xã hội", 232),
      staff("Lăng Thị Mai", "Công chức Tài chính - Kế toán", 233),
    ],
  },
  {
    lead: "vnpt",
    people: [
      leader("Đặng Quang Huy", "Giám đốc", 111, "vnpt"),
      staff("Trịnh Văn Bình", "Kỹ thuật viên", 241),
      staff("Phùng Thế Vinh", "Kỹ thuật viên", 242),
      staff("Hà Văn Nam", "Kỹ thuật viên", 243),
    ],
  },
  {
    lead: "viettel",
    people: [
      leader("Bùi Tuấn Kiệt", "Phó Giám đốc", 112, "viettel"),
      staff("Tạ Đình Phong", "Nhân viên kỹ thuật", 251),
      staff("Ngô Văn Lộc", "Nhân viên kỹ thuật", 252),
      staff("Chu Minh Hiếu", "Nhân viên kỹ thuật", 253),
    ],
  },
];

function leader(name: string, title: string, phone: number, account?: string): Watcher {
  return { name, title, phone: `0912 000 ${phone}`, posts: ["leader"], account };
}

function staff(name: string, title: string, phone: number, account?: string): Watcher {
  return { name, title, phone: `0912 000 ${phone}`, posts: ["staff"], account };
}

/** This week's watch: six units rostered, one with a hole, one that has not taken its shift. */
export async function seedDuty() {
  if ((await db.roster.count()) > 0) return;
  const today = isoDay(now());
  const campaign = await runningCampaign(today);
  const start = later(campaign.startsAt, at(addDays(today, -7), "07:00"));
  const end = earlier(campaign.endsAt, at(addDays(today, 14), "07:00"));

  try {
    for (const unit of units) {
      setClock(new Date(start.getTime() - 20 * HOUR).toISOString());
      await seedRoster(unit, campaign.id, { start, end, tomorrow: addDays(today, 1) });
    }
  } finally {
    setClock(env.DISTRICT_CLOCK);
  }
  await seedWatch();
}

const at = (day: string, time: string) => parseLocal(`${day}T${time}`) ?? now();

/** The campaign that is on, or one made for the demo. */
async function runningCampaign(today: string) {
  const running = await db.campaign.findFirst({
    where: { startsAt: { lte: now() }, endsAt: { gt: now() } },
    orderBy: { startsAt: "desc" },
  });
  if (running) return running;
  const officer = await actorOf("chuyenvien");
  return db.campaign.create({
    data: {
      name: "Cao điểm cuối năm",
      startsAt: at(addDays(today, -3), "07:00"),
      endsAt: at(addDays(today, 6), "07:00"),
      createdById: officer.userId,
    },
  });
}

async function seedRoster(
  { lead, people, hole }: (typeof units)[number],
  campaignId: string,
  { start, end, tomorrow }: { start: Date; end: Date; tomorrow: string },
) {
  const actor = await actorOf(lead);
  for (const { account, ...person } of people) {
    const userId = account ? (await actorOf(account)).userId : null;
    const { id } = await addDutyPerson(actor, { requestId: randomUUID(), ...person, userId });
    if (person.name === "Nông Thị Duyên") {
      await addAbsence(actor, {
        requestId: randomUUID(),
        personId: id,
        kind: "leave",
        startsAt: new Date(end.getTime() - 48 * HOUR),
        endsAt: end,
        note: "nghỉ phép",
      });
    }
  }
  const { id: rosterId } = await createRoster(actor, {
    requestId: randomUUID(),
    campaignId,
    startsAt: start,
    endsAt: end,
    staffPattern: "12h",
    staffOwn: "",
    leaderPattern: "24h",
    leaderOwn: "",
  });
  await fillDraft(actor, { rosterId, version: 1, posts: ["staff", "leader"], staffPerShift: 1 });
  if (hole) await makeHole(actor, rosterId, tomorrow);
  const { version } = await db.roster.findUniqueOrThrow({ where: { id: rosterId } });
  const gapReason = hole ? "Cán bộ trực đêm đi viện, đang tìm người thay." : "";
  await publishRoster(actor, { rosterId, version, gapReason });
}

/** Tomorrow's night has nobody. */
async function makeHole(actor: Awaited<ReturnType<typeof actorOf>>, rosterId: string, day: string) {
  const night = await db.shift.findFirst({
    where: { rosterId, post: "staff", startsAt: { gte: at(day, "12:00") } },
    orderBy: { startsAt: "asc" },
  });
  if (night) await removeShift(actor, { shiftId: night.id, reason: "" });
}
