import { randomUUID } from "node:crypto";
import { declareNotApplicable } from "@/lib/advisories/handling/commands";
import type { Actor } from "@/lib/auth/actor";
import { recordActivity } from "@/lib/awareness/commands";
import type { AwarenessKind } from "@/lib/awareness/schema";
import { db } from "@/lib/db";
import { acknowledgeDirective } from "@/lib/directives/assignments/commands";
import { env } from "@/lib/env";
import { saveInventory } from "@/lib/inventory/commands";
import { fileSweep } from "@/lib/sweeps/commands";
import { isoDay, now, setClock } from "@/lib/time";
import { actorOf } from "./directives";

const DAY = 86_400_000;

type Work = {
  code: string;
  person: string;
  /** Days ago; each left out was not done. */
  acknowledged?: number;
  activity?: [ago: number, kind: AwarenessKind, residents: number | null];
  /** Machines there, and how many of them were checked. */
  machines?: number;
  checked?: number;
};

/** What communes without an account in the demo did so far: some all of it, some late, some nothing. */
const works: Work[] = [
  {
    code: "HL-06388",
    person: "Hoàng Thị Xuân",
    acknowledged: 5,
    activity: [4, "loudspeaker", 900],
    machines: 11,
    checked: 11,
  },
  {
    code: "HL-06394",
    person: "Lâm Văn Toản",
    acknowledged: 5,
    activity: [3, "zalo", 420],
    machines: 9,
    checked: 9,
  },
  {
    code: "HL-06397",
    person: "Chu Thị Lành",
    acknowledged: 5,
    activity: [5, "meeting", 75],
    machines: 10,
    checked: 6,
  },
  { code: "HL-06400", person: "Vy Văn Thuật", acknowledged: 5, activity: [2, "leaflet", 300] },
  {
    code: "HL-06403",
    person: "Hứa Thị Chiêm",
    acknowledged: 4,
    activity: [2, "loudspeaker", null],
    machines: 8,
    checked: 8,
  },
  { code: "HL-06406", person: "Dương Văn Khoát", acknowledged: 3, activity: [1, "zalo", 510] },
  {
    code: "HL-06412",
    person: "Nông Thị Bươm",
    acknowledged: 5,
    activity: [1, "digital_team", 64],
    machines: 7,
    checked: 7,
  },
  { code: "HL-06415", person: "Lộc Văn Páo", acknowledged: 5, machines: 12 },
  { code: "HL-06418", person: "Hà Thị Nhâm", acknowledged: 2 },
  { code: "HL-06424", person: "Tô Văn Điệp", acknowledged: 5, activity: [4, "loudspeaker", 760] },
  {
    code: "HL-06430",
    person: "Đàm Thị Nguyệt",
    acknowledged: 5,
    activity: [3, "facebook", 1300],
    machines: 10,
    checked: 10,
  },
  { code: "HL-06433", person: "Phùng Văn Lực", acknowledged: 4, activity: [2, "meeting", 58] },
  { code: "HL-06442", person: "Mông Thị Sen", acknowledged: 5 },
  { code: "HL-06448", person: "Bế Văn Quyền", acknowledged: 5, activity: [5, "zalo", 380] },
];

export async function seedCommunes() {
  const officer = await actorOf("chuyenvien");
  const directive = await db.directive.findFirst({
    where: { state: "issued", campaignId: { not: null } },
    orderBy: { issuedAt: "asc" },
    select: { id: true },
  });
  const round = await db.sweepRound.findFirst({ select: { id: true } });
  const today = now();
  try {
    for (const work of works) {
      const lead = await leadOf(work, officer);
      if (lead) await doWork(lead, work, { directiveId: directive?.id, roundId: round?.id, today });
    }
  } finally {
    setClock(env.DISTRICT_CLOCK);
  }
}

/** Somebody of the commune who cannot sign in; null where the demo was loaded before. */
async function leadOf({ code, person }: Work, like: Actor): Promise<Actor | null> {
  const username = `dau-moi-${code.slice(3)}`;
  if (await db.user.findUnique({ where: { username }, select: { id: true } })) return null;
  const unit = await db.unit.findFirst({ where: { code, validTo: null } });
  if (!unit) return null;
  const { id } = await db.user.create({
    data: {
      username,
      fullName: person,
      title: "Công chức Văn hóa - Xã hội",
      role: "unit_lead",
      unitId: unit.id,
    },
  });
  const who = { userId: id, fullName: person, unitId: unit.id, unitName: unit.name };
  return { ...like, ...who, role: "unit_lead", home: "locality" };
}

type Place = { directiveId?: string; roundId?: string; today: Date };

async function doWork(lead: Actor, work: Work, { directiveId, roundId, today }: Place) {
  const live = (ago: number) => setClock(new Date(today.getTime() - ago * DAY).toISOString());
  if (work.acknowledged && directiveId) {
    live(work.acknowledged);
    await acknowledgeDirective(lead, {
      directiveId,
      contactName: lead.fullName,
      contactPhone: "0912 000 300",
    });
  }
  if (work.machines !== undefined) {
    live(5);
    await saveInventory(lead, {
      unitId: lead.unitId,
      version: 0,
      servers: 0,
      workstations: work.machines,
      networkDevices: 2,
      productIds: [],
      otherProducts: "",
      note: "",
    });
  }
  if (work.checked !== undefined && roundId) {
    live(2);
    await fileSweep(lead, {
      roundId,
      requestId: randomUUID(),
      edition: 0,
      sweptOn: isoDay(now()),
      sweptBy: "Tổ công nghệ số cộng đồng",
      serversChecked: 0,
      workstationsChecked: work.checked,
      malwareFound: 0,
      malwareRemoved: 0,
      vulnerabilitiesFound: 1,
      vulnerabilitiesFixed: 1,
      hunts: 0,
      note: "",
      reason: "",
    });
  }
  if (work.checked === work.machines && work.checked !== undefined) await answerAll(lead, live);
  if (work.activity) {
    const [ago, kind, publicReach] = work.activity;
    live(ago);
    await recordActivity(lead, {
      requestId: randomUUID(),
      kind,
      topic: "Lừa đảo mua sắm trực tuyến cuối năm",
      messageId: null,
      heldOn: isoDay(now()),
      times: 2,
      staffReach: null,
      publicReach,
      note: "",
      photos: [],
    });
  }
}

/** Whoever swept everything looked at the warnings as well. */
async function answerAll(lead: Actor, live: (ago: number) => void) {
  live(1);
  const open = await db.advisoryHandling.findMany({
    where: { unitId: lead.unitId, closedAt: null, advisory: { sentAt: { lte: now() } } },
    select: { advisoryId: true, version: true },
  });
  for (const handling of open) {
    await declareNotApplicable(lead, {
      ...handling,
      requestId: randomUUID(),
      reason: "Đã kiểm tra từng máy, không dùng phiên bản bị ảnh hưởng.",
    });
  }
}
