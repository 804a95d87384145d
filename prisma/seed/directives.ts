import { randomUUID } from "node:crypto";
import type { Actor, Home } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import {
  acceptResult,
  acknowledgeDirective,
  recordOpening,
  reportProgress,
  sendBackResult,
} from "@/lib/directives/assignments/commands";
import { issueDirective } from "@/lib/directives/commands";
import { createDraft } from "@/lib/directives/drafts/commands";
import type { Draft } from "@/lib/directives/drafts/schema";
import { remindUnits } from "@/lib/directives/reminders/commands";
import { env } from "@/lib/env";
import { isoDay, localInput, now, setClock } from "@/lib/time";
import { seedExchange } from "./exchange";

const DAY = 24 * 3_600_000;

/**
 * One directive in full swing, made through the same commands that people use, at the times they
 * would have: some units are done, some silent, one is sent back, a deadline has passed.
 */
export async function seedDirectives() {
  if ((await db.directive.count()) > 0) return;
  const officer = await actorOf("chuyenvien");
  const leader = await actorOf("lanhdao");
  const today = now();
  const at = (days: number, hour: number) => {
    const noon = new Date(`${isoDay(new Date(today.getTime() + days * DAY))}T12:00:00+07:00`);
    return new Date(noon.getTime() + (hour - 12) * 3_600_000);
  };
  const live = (time: Date) => setClock(time.toISOString());

  try {
    live(at(-6, 9));
    const { id } = await createDraft(officer, {
      requestId: randomUUID(),
      intent: "submit",
      sourceText: "",
      draft: await runningDraft(at),
    });
    live(at(-6, 15));
    await issueDirective(leader, {
      directiveId: id,
      version: 1,
      number: 12,
      issuedOn: isoDay(at(-6, 15)),
    });
    await unitsAtWork(id, officer, at, live);
    await seedExchange(id, officer, at, live);
  } finally {
    setClock(env.DISTRICT_CLOCK);
  }
}

export type At = (days: number, hour: number) => Date;

async function unitsAtWork(id: string, officer: Actor, at: At, live: (time: Date) => void) {
  live(at(-5, 8));
  const busy = ["congan", "vhtt", "xa-yenbinh", "thitran", "vnpt", "viettel", "giaoduc"];
  for (const username of busy) {
    const actor = await actorOf(username);
    await recordOpening(actor, id);
    if (username === "giaoduc") continue;
    const contactPhone =
      (await db.user.findUniqueOrThrow({ where: { username } })).phone ?? "0205381865";
    await acknowledgeDirective(actor, {
      directiveId: id,
      contactName: actor.fullName,
      contactPhone,
    });
  }

  live(at(-2, 10));
  await report(
    "xa-yenbinh",
    id,
    "result",
    "Đã phát thanh 6 buổi trên loa 14 thôn, đăng 3 bài trên nhóm Zalo của xã, khoảng 1.200 lượt người nghe.",
  );
  await report("thitran", id, "result", "Tổ chức 02 buổi tuyên truyền tại chợ trung tâm.");
  await report("congan", id, "progress", "Đang rà soát 18/25 máy trạm.");
  await report("vnpt", id, "result", "Bổ sung 04 kỹ thuật viên trực, kiểm tra 31 trạm BTS.");
  await report("viettel", id, "nil", "");

  live(at(-1, 9));
  await judge(officer, "xa-yenbinh", id, "accept");
  await judge(officer, "thitran", id, "send-back");
  const silent = await db.directiveReceipt.findMany({
    where: { directiveId: id, openedAt: null },
    select: { unitId: true },
  });
  await remindUnits(officer, {
    directiveId: id,
    requestId: randomUUID(),
    unitIds: silent.map(({ unitId }) => unitId),
    message: "Đề nghị đơn vị mở văn bản, cử cán bộ đầu mối và báo cáo tiến độ trong hôm nay.",
  });
}

async function report(
  username: string,
  directiveId: string,
  kind: "progress" | "result" | "nil",
  text: string,
) {
  const actor = await actorOf(username);
  const { id } = await firstAssignment(directiveId, actor.unitId);
  await reportProgress(actor, { assignmentId: id, requestId: randomUUID(), kind, text, files: [] });
}

async function judge(
  officer: Actor,
  username: string,
  directiveId: string,
  verdict: "accept" | "send-back",
) {
  const { unitId } = await actorOf(username);
  const { id: assignmentId, reportedAt } = await firstAssignment(directiveId, unitId);
  const seen = { assignmentId, reportedAt: reportedAt?.toISOString() ?? "" };
  if (verdict === "accept") return acceptResult(officer, seen);
  const reason = "Bổ sung số lượt người tiếp cận và ảnh buổi tuyên truyền.";
  return sendBackResult(officer, { ...seen, reason, dueAt: "" });
}

const firstAssignment = (directiveId: string, unitId: string) =>
  db.assignment.findFirstOrThrow({
    where: { directiveId, unitId },
    orderBy: [
      { obligation: { section: { position: "asc" } } },
      { obligation: { position: "asc" } },
    ],
  });

async function runningDraft(at: At): Promise<Draft> {
  const groups = await db.recipientGroup.findMany({ select: { id: true, name: true } });
  const units = await db.unit.findMany({ select: { id: true, code: true } });
  const group = (part: string) => ({
    kind: "group" as const,
    id: groups.find(({ name }) => name.includes(part))?.id ?? "",
  });
  const unit = (code: string) => ({
    kind: "unit" as const,
    id: units.find((candidate) => candidate.code === code)?.id ?? "",
  });
  return {
    number: null,
    symbol: "UBND-VH",
    place: "Hữu Lũng",
    issuedOn: null,
    subject:
      "tăng cường phòng, chống lừa đảo trên không gian mạng và rà soát lỗ hổng bảo mật dịp cuối năm",
    basis: [
      {
        number: "3102/STTTT-TTCNS",
        date: isoDay(at(-9, 9)),
        issuer: "Sở Thông tin và Truyền thông",
      },
    ],
    addressees: [
      "Công an huyện; Phòng Văn hóa và Thông tin huyện",
      "Phòng Giáo dục và Đào tạo",
      "UBND các xã, thị trấn",
      "Các doanh nghiệp viễn thông trên địa bàn",
    ],
    copies: ["Như trên", "Thường trực Huyện ủy", "CT, PCT UBND huyện", "Lưu: VT, VH&TT"],
    supportContacts: [{ name: "Trung tâm Công nghệ số", phone: "02053.818.657" }],
    signerAuthority: "KT. CHỦ TỊCH",
    signerPosition: "PHÓ CHỦ TỊCH",
    signerName: "Trần Quốc Phong",
    doubts: [],
    sections: [
      {
        heading: "Công an huyện, Phòng Văn hóa và Thông tin huyện",
        recipients: [unit("HL-CA"), unit("HL-VHTT")],
        obligations: [
          {
            text: "Rà soát, khắc phục lỗ hổng bảo mật, bóc gỡ mã độc trên toàn bộ máy chủ, máy trạm của cơ quan; xử lý văn bản cảnh báo tuần, tháng.",
            measures: ["sweep", "advisories"],
            dueAt: localInput(at(2, 17)),
          },
        ],
      },
      {
        heading: "UBND các xã, thị trấn và Phòng Giáo dục và Đào tạo",
        recipients: [group("xã, thị trấn"), unit("HL-GDDT")],
        obligations: [
          {
            text: "Tuyên truyền các thủ đoạn lừa đảo phổ biến dịp cuối năm trên loa truyền thanh, nhóm Zalo thôn, tổ dân phố; báo cáo số buổi và số lượt người tiếp cận.",
            measures: ["awareness"],
            dueAt: localInput(at(-1, 17)),
          },
          {
            text: "Cử cán bộ đầu mối về an toàn thông tin mạng, kiểm tra mật khẩu và bản vá của các máy tính dùng xử lý văn bản.",
            measures: ["sweep", "advisories", "free"],
            dueAt: localInput(at(4, 17)),
            cooperators: [unit("HL-CA")],
          },
        ],
      },
      {
        heading:
          "Các doanh nghiệp viễn thông (VNPT Hữu Lũng, Viettel chi nhánh Hữu Lũng, Mobifone Hữu Lũng)",
        recipients: [group("viễn thông")],
        obligations: [
          {
            text: "Bảo đảm hạ tầng viễn thông, internet an toàn, thông suốt; tăng cường nhân lực trực 24/7, xử lý sự cố.",
            measures: ["infrastructure", "watch"],
            dueAt: localInput(at(1, 17)),
          },
          {
            text: "Xử lý phản ánh về tin nhắn rác, cuộc gọi lừa đảo; chặn nguồn phát tán, thực hiện yêu cầu của cơ quan chức năng; thông báo kết quả về UBND huyện.",
            measures: ["complaints", "blocking", "authority_requests"],
            dueAt: localInput(at(5, 17)),
          },
          {
            text: "Báo cáo nhanh hằng ngày tình hình mạng lưới và số phản ánh lừa đảo đã xử lý; không có gì thì báo không phát sinh.",
            measures: ["complaints"],
            dueAt: null,
            recurrence: { kind: "daily", times: ["16:30"], until: isoDay(at(5, 12)) },
          },
        ],
      },
    ],
  };
}

export async function actorOf(username: string): Promise<Actor> {
  const { id, fullName, role, unit } = await db.user.findUniqueOrThrow({
    where: { username },
    select: {
      id: true,
      fullName: true,
      role: true,
      unit: { select: { id: true, name: true, kind: { select: { home: true } } } },
    },
  });
  return {
    userId: id,
    fullName,
    role,
    unitId: unit.id,
    unitName: unit.name,
    home: homeOf(unit.kind.home),
    sessionId: "",
    ip: "",
    userAgent: "dữ liệu mẫu",
  };
}

const homes: readonly string[] = [
  "command",
  "coordination",
  "locality",
  "telecom",
] satisfies Home[];
const homeOf = (home: string | null): Home =>
  homes.includes(home ?? "") ? (home as Home) : "command";
