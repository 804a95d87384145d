import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { addComplaint } from "@/lib/complaints/commands";
import {
  handleComplaint,
  passComplaint,
  rejectComplaint,
  verifyComplaint,
} from "@/lib/complaints/moves/commands";
import { askForReports } from "@/lib/complaints/reports/commands";
import { answerRequest, sendRequest } from "@/lib/complaints/requests/commands";
import type { AddComplaint, ComplaintKind } from "@/lib/complaints/schema";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { fileInfrastructure, reportOutage } from "@/lib/infrastructure/commands";
import { fileInfrastructureSchema } from "@/lib/infrastructure/schema";
import { isoDay, now, setClock } from "@/lib/time";
import { actorOf } from "./directives";

const HOUR = 3_600_000;

/** Invented numbers and names; some are told of by more than one telco and commune. */
const told: [kind: ComplaintKind, source: string, content: string][] = [
  [
    "scam_call",
    "0868 123 456",
    "Tự xưng công an huyện, báo liên quan vụ án, yêu cầu chuyển tiền vào tài khoản an toàn.",
  ],
  [
    "scam_sms",
    "vietcombank-tet2025.com/doi-diem",
    "VCB tri ân khách hàng dịp Tết, truy cập để đổi điểm thưởng.",
  ],
  ["spam_sms", "+84 165 512 3456", "Vay nhanh không thế chấp, lãi 0% tháng đầu."],
  ["spam_call", "02473 001 234", "Mời mua đất nền, gọi 5 lần trong ngày."],
  ["fake_brandname", "VIETCOMBANK", "Tin nhắn xen vào luồng tin ngân hàng, kèm đường dẫn lạ."],
  [
    "scam_call",
    "0593 456 789",
    "Giả shipper giao hàng Tết, yêu cầu chuyển khoản trước 30.000 đồng.",
  ],
  ["spam_sms", "0912 888 001", "Xổ số, lô đề online, nạp 100 tặng 100."],
  ["scam_call", "+1 202 555 0143", "Nháy máy từ nước ngoài lúc nửa đêm."],
];

const residents = [
  ["Nông Thị Lan", "0977 000 222", "Khu An Ninh, thị trấn"],
  ["Hoàng Văn Thắng", "0388 000 333", "Thôn Đồng Bé, xã Yên Bình"],
  ["Vi Thị Hạnh", "0915 000 444", "Thôn Rừng Dong, xã Yên Bình"],
  ["Lương Văn Tú", "0904 000 555", "Thôn Bến Lường"],
] as const;

/** Three weeks of complaints, requests and networks, made through the commands that people use. */
export async function seedComplaints() {
  // The counter: rows of complaints are not seen by whoever has not said whose.
  if ((await db.complaintCounter.count()) > 0) return;
  const today = now();
  const live = (hoursAgo: number) =>
    setClock(new Date(today.getTime() - hoursAgo * HOUR).toISOString());
  const telcos = await Promise.all(["vnpt", "viettel", "mobifone"].map(actorOf));
  try {
    await complaintsOf(telcos, live);
    await fromCommunes(telcos, live);
    await requestsTo(telcos, live);
    await networks(telcos, live);
    live(20);
    const day = (back: number) => isoDay(new Date(today.getTime() - back * 24 * HOUR));
    await askForReports(await actorOf("chuyenvien"), {
      name: `Tuần ${day(8).slice(8)}/${day(8).slice(5, 7)} đến ${day(2).slice(8)}/${day(2).slice(5, 7)}`,
      startsOn: day(8),
      endsOn: day(2),
      dueAt: new Date(today.getTime() + 9 * HOUR),
    });
  } finally {
    setClock(env.DISTRICT_CLOCK);
  }
}

type Live = (hoursAgo: number) => void;

async function complaintsOf(telcos: Actor[], live: Live) {
  for (let n = 0; n < 36; n++) {
    const telco = telcos[n % telcos.length];
    const [kind, source, content] = told[(n * 5) % told.length] ?? ["spam_sms", "", ""];
    if (!telco) continue;
    const hoursAgo = 20 * 24 - n * 13;
    live(hoursAgo);
    const complaintId = await enter(telco, n, {
      telcoId: telco.unitId,
      channel: n % 2 ? "line_156" : "sms_5656",
      kind,
      source,
      content,
    });
    const of = { complaintId, version: 1 };
    live(hoursAgo - 5);
    if (hoursAgo < 50) continue;
    if (n % 9 === 4)
      await rejectComplaint(telco, {
        ...of,
        reason: "Không liên lạc được người phản ánh, không đủ căn cứ.",
      });
    else if (n % 9 === 7)
      await passComplaint(telco, { ...of, reason: "Có dấu hiệu lừa đảo chiếm đoạt tài sản." });
    else if (n % 7 === 3) await verifyComplaint(telco, of);
    else {
      await handleComplaint(telco, {
        ...of,
        step: n % 3 ? "blocked_two_way" : "blocked_one_way",
        takenAt: now(),
        note: "",
        outcome: "handled",
        scope: "one",
      });
    }
  }
}

async function fromCommunes(telcos: Actor[], live: Live) {
  const [vnpt, viettel] = telcos;
  const commune = await actorOf("xa-yenbinh-truc");
  const town = await actorOf("thitran");
  if (!vnpt || !viettel) return;
  live(40);
  const [kind, source, content] = told[0] ?? ["scam_call", "", ""];
  const done = await enter(commune, 1, {
    telcoId: vnpt.unitId,
    channel: "commune",
    kind,
    source,
    content,
  });
  live(36);
  await handleComplaint(vnpt, {
    complaintId: done,
    version: 1,
    step: "blocked_two_way",
    takenAt: now(),
    note: "Đã khóa hai chiều",
    outcome: "handled",
    scope: "one",
  });
  live(6);
  await enter(town, 0, { telcoId: viettel.unitId, channel: "commune", kind, source, content });
}

async function requestsTo(telcos: Actor[], live: Live) {
  const police = await actorOf("congan");
  const [vnpt, viettel] = telcos;
  live(50);
  const requestId = randomUUID();
  await sendRequest(police, {
    requestId,
    reference: "12/CAH-ANM",
    act: "block_domain",
    target: "vietcombank-tet2025.com",
    reason: "Trang giả ngân hàng, đã có người bị chiếm đoạt tiền.",
    dueAt: new Date(now().getTime() + 6 * HOUR),
    telcoIds: telcos.map(({ unitId }) => unitId),
  });
  const done = {
    requestId,
    result: "done" as const,
    note: "Đã chặn phân giải tên miền.",
    files: [],
  };
  live(47);
  if (vnpt) await answerRequest(vnpt, done);
  live(40);
  if (viettel) await answerRequest(viettel, done);
}

async function networks(telcos: Actor[], live: Live) {
  const stations = [31, 44, 27];
  for (const daysAgo of [4, 3, 2, 1]) {
    for (const [index, telco] of telcos.entries()) {
      if (index === 2 && daysAgo < 3) continue;
      live(daysAgo * 24 + 1);
      await fileInfrastructure(telco, {
        ...fileInfrastructureSchema.parse({ kind: "report", version: 0 }),
        stationsTotal: stations[index] ?? 30,
        stationsDown: index === 1 && daysAgo === 2 ? 1 : 0,
        linksTotal: 6,
        onDuty: 4,
        reinforcements: 2,
        attacksBlocked: 120 + 35 * index + daysAgo,
      });
    }
  }
  live(3);
  const commune = await actorOf("xa-yenbinh");
  const [, viettel] = telcos;
  if (viettel) {
    await reportOutage(viettel, {
      outageId: randomUUID(),
      what: "Đứt cáp quang do xe đổ đất",
      startsAt: new Date(now().getTime() - HOUR / 2),
      communeIds: [commune.unitId],
    });
  }
}

type Told = Pick<AddComplaint, "telcoId" | "channel" | "kind" | "source" | "content">;

async function enter(by: Actor, n: number, complaint: Told) {
  const complaintId = randomUUID();
  const [complainantName, complainantPhone, complainantAddress] = residents[
    n % residents.length
  ] ?? ["", "", ""];
  await addComplaint(by, {
    ...complaint,
    complaintId,
    receivedAt: new Date(now().getTime() - HOUR / 3),
    complainantName,
    complainantPhone,
    complainantAddress,
  });
  return complaintId;
}
