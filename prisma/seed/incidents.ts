import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { reportIncident } from "@/lib/incidents/commands";
import {
  addInject,
  createDrill,
  endDrill,
  seeInject,
  startDrill,
} from "@/lib/incidents/drills/commands";
import { addEntry } from "@/lib/incidents/entries/commands";
import { escalateIncident } from "@/lib/incidents/escalation/commands";
import { classifyIncident, takeIncident } from "@/lib/incidents/handling/commands";
import { addIndicators } from "@/lib/incidents/indicators/commands";
import { moveIncident } from "@/lib/incidents/moves/commands";
import { readIncidents } from "@/lib/incidents/reach/queries";
import { tickStep } from "@/lib/incidents/reflex/commands";
import type { IncidentSign, IncidentState } from "@/lib/incidents/schema";
import { addSystem } from "@/lib/incidents/systems/commands";
import { finishTask } from "@/lib/incidents/tasks/commands";
import { acknowledgeWarning, warnUnits } from "@/lib/incidents/warnings/commands";
import { now, setClock } from "@/lib/time";
import { actorOf } from "./directives";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Whom an incident is told of: the police at once, the centre of the province when it is too much. */
export async function seedDesks() {
  const units = await db.unit.findMany({
    where: { code: { in: ["HL-CA", "LS-TTCNS"] }, validTo: null },
    select: { id: true, code: true },
  });
  await db.incidentDesk.createMany({
    data: units.map(({ id, code }) => ({
      unitId: id,
      part: code === "HL-CA" ? ("police" as const) : ("support" as const),
    })),
    skipDuplicates: true,
  });
}

/** Four cases of the last days, made through the commands that people use, at the times they would have. */
export async function seedIncidents() {
  await seedDesks();
  if ((await readIncidents(await actorOf("congan"), (tx) => tx.incident.count())) > 0) return;
  const today = now();
  const live = (hoursAgo: number) =>
    setClock(new Date(today.getTime() - hoursAgo * HOUR).toISOString());
  try {
    await defacedSite(live);
    await falseAlarm(live);
    await fakeBank(live);
    await lockedFiles(live);
    await rehearsal(live);
  } finally {
    setClock(env.DISTRICT_CLOCK);
  }
}

type Live = (hoursAgo: number) => void;

/** Closed two days ago, with all its steps. */
async function defacedSite(live: Live) {
  const unit = await actorOf("thitran");
  const police = await actorOf("congan");
  live(76);
  const id = await report(unit, {
    sign: "defacement",
    what: "Trang thông tin thị trấn hiện quảng cáo cờ bạc bằng tiếng nước ngoài.",
    place: "Trang thông tin điện tử UBND thị trấn",
  });
  await tick(unit, id, ["photo", "call"]);
  live(75.6);
  await takeIncident(police, { incidentId: id });
  await move(police, id, "verified");
  await addSystem(unit, {
    incidentId: id,
    requestId: randomUUID(),
    name: "Trang thông tin điện tử UBND thị trấn Hữu Lũng",
    level: 1,
    domain: "thitran.huulung.langson.gov.vn",
    publicIps: [],
    operator: "VNPT Hữu Lũng",
    note: "",
  });
  await tick(unit, id, ["maintenance", "password"]);
  live(74.5);
  await move(police, id, "containing");
  await addIndicators(police, {
    incidentId: id,
    kind: "auto",
    text: ["hxxps://casino-qq88[.]top/dk", "103.27.237[.]15"],
    note: "Nguồn chèn nội dung",
  });
  live(70);
  await move(police, id, "eradicating");
  live(60);
  await move(police, id, "recovering");
  live(52);
  await move(police, id, "review");
  await finishAll(police, id);
  live(50);
  await move(police, id, "closed", {
    resolution:
      "Gỡ mã chèn, cập nhật hệ quản trị nội dung, khôi phục trang từ bản sao ngày hôm trước.",
    cause: "Phần mềm quản trị trang chưa cập nhật, mật khẩu quản trị yếu.",
    lessons: "Cập nhật hằng tháng; bật xác thực hai lớp cho tài khoản quản trị.",
  });
}

/** Looked at and found to be none. */
async function falseAlarm(live: Live) {
  const unit = await actorOf("giaoduc");
  const police = await actorOf("congan-truc");
  live(30);
  const id = await report(unit, {
    sign: "dos",
    what: "Hệ thống tuyển sinh không vào được từ sáng.",
    place: "Cổng tuyển sinh đầu cấp",
  });
  live(29);
  await takeIncident(police, { incidentId: id });
  await move(police, id, "rejected", {
    reason: "Nhà cung cấp bảo trì theo lịch, đã có thông báo.",
  });
}

/** Two units, one number and one name: what correlation is for. */
async function fakeBank(live: Live) {
  const police = await actorOf("congan");
  const office = await actorOf("vanphong");
  live(20);
  const first = await report(office, {
    sign: "phishing",
    what: "Cán bộ nhận tin nhắn giả ngân hàng, có đường dẫn đổi điểm thưởng. 01 người đã nhập mật khẩu.",
    place: "Văn phòng HĐND và UBND huyện",
  });
  live(19.5);
  await takeIncident(police, { incidentId: first });
  await move(police, first, "verified");
  await addIndicators(police, {
    incidentId: first,
    kind: "auto",
    text: ["hxxps://vietcombank-tet2025[.]com/doi-diem", "0868 123 456"],
    note: "",
  });
  await move(police, first, "containing");
  live(9);
  const unit = await actorOf("thitran");
  const second = await report(unit, {
    sign: "phishing",
    what: "Ba hộ dân khu An Ninh nhận tin nhắn cùng nội dung, một hộ đã chuyển 2 triệu đồng.",
    place: "Khu An Ninh, thị trấn",
    informantName: "Bà Nông Thị Lan",
    informantPhone: "0977 000 222",
  });
  live(8.7);
  await takeIncident(police, { incidentId: second });
  await move(police, second, "verified");
  await addIndicators(police, {
    incidentId: second,
    kind: "auto",
    text: ["vietcombank-tet2025[.]com", "0868123456"],
    note: "Dân chuyển lại tin nhắn",
  });
  live(8.4);
  const warned = ["xa-yenbinh", "vnpt", "mobifone"];
  const units = await Promise.all(warned.map((username) => actorOf(username)));
  const warningId = randomUUID();
  await warnUnits(police, {
    incidentId: second,
    requestId: warningId,
    text: "Tin nhắn giả ngân hàng đổi điểm thưởng dịp Tết: nhắc người dân không bấm đường dẫn, doanh nghiệp viễn thông chặn tên miền và số gọi kèm theo.",
    everyone: false,
    unitIds: units.map(({ unitId }) => unitId),
  });
  for (const [index, answer] of [
    "Đã phát trên loa và nhóm Zalo các thôn.",
    "Đã chặn tên miền.",
  ].entries()) {
    live(8 - index);
    const unit = units[index];
    if (unit) await acknowledgeWarning(unit, { warningId, answer });
  }
}

/** The night's worst: taken, beyond the unit's means, in the middle of being contained. */
async function lockedFiles(live: Live) {
  const unit = await actorOf("xa-yenbinh-truc");
  const police = await actorOf("congan-truc");
  live(3);
  const id = await report(unit, {
    sign: "data_encryption",
    what: "Máy chủ tệp của xã không mở được tệp nào, đuôi đổi thành .locked, có thư đòi tiền.",
    place: "Máy chủ tệp, phòng Văn thư xã Yên Bình",
  });
  await tick(unit, id, ["unplug", "call", "photo"]);
  live(2.8);
  await takeIncident(police, { incidentId: id });
  await move(police, id, "verified");
  await addSystem(unit, {
    incidentId: id,
    requestId: randomUUID(),
    name: "Máy chủ lưu trữ tệp UBND xã Yên Bình",
    level: 1,
    domain: "",
    publicIps: [],
    operator: "UBND xã Yên Bình",
    note: "",
  });
  live(2.4);
  await escalateIncident(unit, {
    incidentId: id,
    reason: "Xã không có cán bộ kỹ thuật, cần người đến tận nơi và tìm bản sao lưu.",
  });
  const { version, kind } = await readIncidents(police, (tx) =>
    tx.incident.findUniqueOrThrow({ where: { id } }),
  );
  await classifyIncident(police, {
    incidentId: id,
    version,
    kind,
    severity: "critical",
    statutoryClass: "ordinary",
    tlp: "amber_strict",
  });
  await move(police, id, "containing");
  live(1.5);
  await addEntry(police, {
    incidentId: id,
    requestId: randomUUID(),
    text: "Tổ công tác đã đến xã, đã cô lập máy chủ và 04 máy trạm cùng mạng.",
    happenedAt: now(),
  });
}

/** Last week's drill: one unit was quick, the other slow. */
async function rehearsal(live: Live) {
  const officer = await actorOf("chuyenvien");
  const quick = await actorOf("xa-yenbinh");
  const slow = await actorOf("giaoduc");
  live(150);
  const name = "Diễn tập ứng phó mã hóa dữ liệu trước Tết";
  const { id } = await createDrill(officer, { requestId: randomUUID(), name });
  await addInject(officer, {
    drillId: id,
    unitIds: [quick.unitId, slow.unitId],
    minute: 0,
    sign: "data_encryption",
    text: "05 máy ở bộ phận một cửa không mở được tệp, màn hình hiện thư đòi tiền.",
    reportMinutes: 30,
  });
  await startDrill(officer, { drillId: id });
  for (const [actor, hours] of [
    [quick, 149.9],
    [slow, 149.3],
  ] as const) {
    live(hours);
    const inject = await db.drillInject.findFirstOrThrow({
      where: { drillId: id, unitId: actor.unitId },
    });
    await seeInject(actor, { injectId: inject.id });
    await report(actor, {
      sign: "data_encryption",
      what: "05 máy không mở được tệp, có thư đòi tiền.",
      place: "Bộ phận một cửa",
      injectId: inject.id,
    });
  }
  live(148);
  await endDrill(officer, { drillId: id });
}

type Told = {
  sign: IncidentSign;
  what: string;
  place: string;
  informantName?: string;
  informantPhone?: string;
  injectId?: string;
};

async function report(actor: Actor, told: Told) {
  const incidentId = randomUUID();
  await reportIncident(actor, {
    incidentId,
    detectedAt: new Date(now().getTime() - 12 * MINUTE),
    contactPhone: "",
    informantName: "",
    informantPhone: "",
    unitId: null,
    logEntryId: null,
    injectId: null,
    files: [],
    ...told,
  });
  return incidentId;
}

async function tick(actor: Actor, incidentId: string, steps: string[]) {
  for (const step of steps) await tickStep(actor, { incidentId, step });
}

async function move(
  actor: Actor,
  incidentId: string,
  to: IncidentState,
  words: Partial<Record<"reason" | "resolution" | "cause" | "lessons", string>> = {},
) {
  const { version } = await readIncidents(actor, (tx) =>
    tx.incident.findUniqueOrThrow({ where: { id: incidentId } }),
  );
  const none = { reason: "", resolution: "", cause: "", lessons: "" };
  await moveIncident(actor, { incidentId, version, to, ...none, ...words });
}

async function finishAll(actor: Actor, incidentId: string) {
  const tasks = await readIncidents(actor, (tx) =>
    tx.incidentTask.findMany({ where: { incidentId, mandatory: true } }),
  );
  for (const { id } of tasks) await finishTask(actor, { incidentId, taskId: id, note: "" });
}
