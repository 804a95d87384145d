import { randomUUID } from "node:crypto";
import { createAdvisory } from "@/lib/advisories/drafts/commands";
import type { SaveAdvisory } from "@/lib/advisories/drafts/schema";
import {
  acceptRisk,
  answerAdvisory,
  declareNotApplicable,
  seeAdvisory,
} from "@/lib/advisories/handling/commands";
import { saveAdvisory } from "@/lib/advisories/sending/commands";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { saveInventory } from "@/lib/inventory/commands";
import { addUnitSystem } from "@/lib/inventory/systems/commands";
import { fileSweep, openSweep } from "@/lib/sweeps/commands";
import { isoDay, now, setClock } from "@/lib/time";
import { actorOf } from "./directives";

const DAY = 86_400_000;

/** Whose accounts the demo has, what they have in the house: servers, workstations, devices, products. */
const houses: [string, number, number, number, string[]][] = [
  [
    "vanphong",
    2,
    46,
    9,
    [
      "Windows 10",
      "Windows 11",
      "Windows Server",
      "Microsoft Office",
      "Google Chrome",
      "Fortinet FortiGate",
    ],
  ],
  ["vhtt", 1, 14, 5, ["Windows 10", "Microsoft Office", "Google Chrome", "WordPress", "MikroTik"]],
  ["congan", 2, 38, 12, ["Windows 10", "Windows Server", "Microsoft Office", "Camera giám sát"]],
  [
    "giaoduc",
    1,
    18,
    4,
    ["Windows 10", "Windows 7 hoặc cũ hơn", "Microsoft Office", "WinRAR, 7-Zip"],
  ],
  ["xa-yenbinh", 0, 12, 3, ["Windows 10", "Microsoft Office", "Google Chrome", "MikroTik"]],
  [
    "thitran",
    1,
    16,
    6,
    ["Windows 10", "Windows 11", "Microsoft Office", "Camera giám sát", "WordPress"],
  ],
  ["vnpt", 6, 40, 64, ["Windows 10", "Linux (máy chủ)", "Cisco", "MikroTik"]],
];

type Item = {
  cve: string;
  product: string;
  listed: string;
  severity: "high" | "critical";
  exploited?: true;
  fix: string;
};

/** Inventories, three warnings of the weeks before Tết and what units answered. */
export async function seedAdvisories() {
  if ((await db.advisory.count()) > 0) return;
  await seedHouses();
  const today = now();
  const live = (daysAgo: number) =>
    setClock(new Date(today.getTime() - daysAgo * DAY).toISOString());
  try {
    await microsoft(live);
    await routers(live);
    await weekly(live);
    await sweep(live);
  } finally {
    setClock(env.DISTRICT_CLOCK);
  }
}

async function seedHouses() {
  for (const [username, servers, workstations, networkDevices, names] of houses) {
    const actor = await actorOf(username);
    const products = await db.product.findMany({
      where: { name: { in: names } },
      select: { id: true },
    });
    await saveInventory(actor, {
      unitId: actor.unitId,
      version: 0,
      servers,
      workstations,
      networkDevices,
      productIds: products.map(({ id }) => id),
      otherProducts: "",
      note: "",
    });
  }
  const system = (name: string, level: number, domain: string) => ({
    systemId: randomUUID(),
    name,
    level,
    domain,
    operator: "VNPT Hữu Lũng",
    note: "",
  });
  await addUnitSystem(
    await actorOf("vanphong"),
    system("Cổng thông tin điện tử huyện", 2, "huulung.langson.gov.vn"),
  );
  await addUnitSystem(await actorOf("vanphong"), system("Một cửa điện tử huyện", 2, ""));
  await addUnitSystem(
    await actorOf("thitran"),
    system("Trang thông tin thị trấn", 1, "thitran.huulung.langson.gov.vn"),
  );
}

type Live = (daysAgo: number) => void;

/** A month's patches: most are done, one waits for a machine that is away. */
async function microsoft(live: Live) {
  live(12);
  const id = await send({
    number: "56/CATTT-NCSC",
    subject:
      "Cảnh báo lỗ hổng ảnh hưởng cao và nghiêm trọng trong các sản phẩm Microsoft công bố tháng 01/2025",
    rhythm: "monthly",
    days: 9,
    items: [
      {
        cve: "CVE-2025-21298",
        product: "Windows OLE",
        listed: "Windows 10",
        severity: "critical",
        fix: "Cập nhật bản vá tháng 01/2025 của Microsoft",
      },
      {
        cve: "CVE-2025-21333",
        product: "Windows Hyper-V",
        listed: "Windows 11",
        severity: "high",
        exploited: true,
        fix: "Cập nhật bản vá tháng 01/2025 của Microsoft",
      },
      {
        cve: "CVE-2025-21362",
        product: "Microsoft Excel",
        listed: "Microsoft Office",
        severity: "high",
        fix: "Cập nhật bản vá tháng 01/2025 của Microsoft",
      },
    ],
    indicators: [],
  });
  live(10);
  await answer(
    await actorOf("vanphong"),
    id,
    [57, 46, 46, 0],
    "done",
    "Cập nhật tập trung qua WSUS.",
  );
  await answer(
    await actorOf("xa-yenbinh"),
    id,
    [12, 12, 9, 0],
    "handling",
    "Còn 3 máy của cán bộ đi cơ sở, cập nhật khi về.",
  );
  await answer(await actorOf("vhtt"), id, [15, 14, 14, 0], "done", "");
  live(8);
  const schools = await actorOf("giaoduc");
  const { version } = await standing(id, schools);
  await acceptRisk(schools, {
    advisoryId: id,
    version,
    requestId: randomUUID(),
    until: new Date(now().getTime() + 40 * DAY),
    reason: "04 máy Windows 7 không còn bản vá, đã ngắt Internet, chờ mua máy mới sau Tết.",
    ownerName: "",
    ownerPhone: "",
  });
}

/** Urgent, exploited: what the gate is about. */
async function routers(live: Live) {
  live(5);
  const id = await send({
    number: "102/STTTT-TTCNS",
    subject: "Cảnh báo khẩn lỗ hổng thiết bị định tuyến MikroTik đang bị khai thác",
    rhythm: "urgent",
    days: 7,
    items: [
      {
        cve: "CVE-2023-30799",
        product: "MikroTik RouterOS",
        listed: "MikroTik",
        severity: "critical",
        exploited: true,
        fix: "Nâng RouterOS lên 6.49.8 hoặc mới hơn, đổi mật khẩu admin, đóng Winbox ra Internet",
      },
    ],
    indicators: [
      { kind: "ip", value: "45.148.10.81" },
      { kind: "domain", value: "ros-update.top" },
    ],
  });
  live(4);
  await answer(
    await actorOf("vnpt"),
    id,
    [64, 21, 21, 0],
    "done",
    "Đã nâng cấp từ xa cho các điểm UBND xã.",
  );
  const office = await actorOf("vanphong");
  await declareNotApplicable(office, {
    advisoryId: id,
    version: (await standing(id, office)).version,
    requestId: randomUUID(),
    reason: "",
  });
  await seeAdvisory(await actorOf("xa-yenbinh"), id);
}

async function weekly(live: Live) {
  live(2);
  await send({
    number: "118/STTTT-TTCNS",
    subject: "Tóm tắt tình hình an toàn thông tin đáng chú ý trong tuần 04/2025",
    rhythm: "weekly",
    days: 7,
    items: [
      {
        cve: "CVE-2025-0411",
        product: "7-Zip",
        listed: "WinRAR, 7-Zip",
        severity: "high",
        fix: "Cập nhật 7-Zip 24.09",
      },
      {
        cve: "CVE-2021-36260",
        product: "Camera Hikvision",
        listed: "Camera giám sát",
        severity: "critical",
        fix: "Cập nhật firmware, không mở camera ra Internet",
      },
    ],
    indicators: [],
  });
}

/** One round of the campaign that comes next; some have reported. */
async function sweep(live: Live) {
  live(6);
  const officer = await actorOf("chuyenvien");
  const campaign = await db.campaign.findFirst({
    where: { closedAt: null, endsAt: { gt: now() } },
    orderBy: { startsAt: "asc" },
    select: { id: true },
  });
  if (!campaign) return;
  const roundId = randomUUID();
  await openSweep(officer, {
    roundId,
    campaignId: campaign.id,
    dueAt: new Date(now().getTime() + 8 * DAY),
    request: "Rà soát toàn bộ máy chủ, máy trạm; gỡ mã độc; vá lỗ hổng theo các cảnh báo đã phát.",
  });
  live(3);
  const found = (
    username: string,
    [servers = 0, machines = 0, bad = 0, holes = 0, fixed = 0]: number[],
  ) =>
    actorOf(username).then((actor) =>
      fileSweep(actor, {
        roundId,
        requestId: randomUUID(),
        edition: 0,
        sweptOn: isoDay(now()),
        sweptBy: "Tổ công nghệ số, VNPT Hữu Lũng hỗ trợ",
        serversChecked: servers,
        workstationsChecked: machines,
        malwareFound: bad,
        malwareRemoved: bad,
        vulnerabilitiesFound: holes,
        vulnerabilitiesFixed: fixed,
        hunts: 1,
        note: "",
        reason: "",
      }),
    );
  await found("vanphong", [2, 46, 3, 12, 12]);
  await found("xa-yenbinh", [0, 9, 1, 4, 2]);
  await found("vhtt", [1, 14, 0, 3, 3]);
}

type Sent = Pick<SaveAdvisory, "number" | "subject" | "rhythm" | "indicators"> & {
  days: number;
  items: Item[];
};

async function send({ days, items, ...head }: Sent) {
  const officer = await actorOf("chuyenvien");
  const advisoryId = randomUUID();
  await createAdvisory(officer, {
    advisoryId,
    text: head.subject,
    file: undefined,
    csaf: undefined,
  });
  const [products, kinds] = await Promise.all([
    db.product.findMany({ select: { id: true, name: true } }),
    db.unitKind.findMany({
      where: { home: { in: ["coordination", "locality", "telecom"] } },
      select: { code: true },
    }),
  ]);
  await saveAdvisory(officer, {
    advisoryId,
    version: 1,
    intent: "send",
    issuer: head.number.includes("CATTT")
      ? "Cục An toàn thông tin"
      : "Sở Thông tin và Truyền thông",
    issuedOn: new Date(`${now().toISOString().slice(0, 10)}T00:00:00Z`),
    dueAt: new Date(now().getTime() + days * DAY),
    request: "Rà soát toàn bộ máy, cập nhật bản vá, báo cáo số máy.",
    kindCodes: kinds.map(({ code }) => code),
    reason: "",
    ...head,
    items: items.map(({ cve, listed, exploited, ...item }) => ({
      ...item,
      cveId: cve,
      productId: products.find(({ name }) => name === listed)?.id ?? null,
      exploited: exploited ?? false,
    })),
  });
  return advisoryId;
}

const standing = (advisoryId: string, { unitId }: Actor) =>
  db.advisoryHandling.findUniqueOrThrow({ where: { advisoryId_unitId: { advisoryId, unitId } } });

async function answer(
  actor: Actor,
  advisoryId: string,
  [total = 0, affected = 0, patched = 0, mitigated = 0]: number[],
  state: "handling" | "done",
  note: string,
) {
  await seeAdvisory(actor, advisoryId);
  const { version } = await standing(advisoryId, actor);
  await answerAdvisory(actor, {
    advisoryId,
    version,
    requestId: randomUUID(),
    state,
    total,
    affected,
    patched,
    mitigated,
    note,
    ownerName: "",
    ownerPhone: "",
    files: [],
  });
}
