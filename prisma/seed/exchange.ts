import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { askExtension } from "@/lib/directives/extensions/commands";
import { linkDocument } from "@/lib/directives/implementing/commands";
import { filePeriodicReport } from "@/lib/directives/periodic/commands";
import { askQuestion, replyToQuestion } from "@/lib/directives/questions/commands";
import { returnReceipt } from "@/lib/directives/returns/commands";
import { isoDay, localInput } from "@/lib/time";
import { type At, actorOf } from "./directives";

type Live = (time: Date) => void;

/** What units and district say to each other: daily reports, a question, more time, a return. */
export async function seedExchange(id: string, officer: Actor, at: At, live: Live) {
  const request = () => ({ directiveId: id, requestId: randomUUID() });
  live(at(-4, 8));
  await linkDocument(await actorOf("xa-yenbinh"), {
    ...request(),
    number: "15/KH-UBND",
    subject: "Kế hoạch tuyên truyền phòng, chống lừa đảo trên không gian mạng",
    issuedOn: isoDay(at(-4, 8)),
    file: undefined,
  });
  live(at(-4, 9));
  await askQuestion(await actorOf("thitran"), {
    ...request(),
    text: "Thị trấn phát thanh lồng ghép trong chương trình hằng ngày thì tính một buổi hay một lượt?",
  });
  live(at(-4, 10));
  const question = await db.question.findFirstOrThrow({ where: { directiveId: id } });
  await replyToQuestion(officer, {
    questionId: question.id,
    requestId: randomUUID(),
    text: "Mỗi lần phát có nội dung này tính một buổi; số lượt người ghi riêng.",
    share: "on",
  });

  await dailyReports(id, at, live);

  live(at(-1, 10));
  const assignment = await db.assignment.findFirstOrThrow({
    where: { directiveId: id, unit: { code: "HL-VHTT" } },
    select: { id: true },
  });
  await askExtension(await actorOf("vhtt"), {
    assignmentId: assignment.id,
    requestId: randomUUID(),
    askedUntil: localInput(at(6, 17)),
    reason: "Đang thay máy chủ trang thông tin điện tử, rà soát sau khi lắp xong.",
  });
  live(at(-1, 11));
  await returnReceipt(await actorOf("giaoduc"), {
    ...request(),
    reason: "Các trường đã thực hiện theo văn bản riêng của Sở, đề nghị huyện xem lại.",
  });
}

/** One telco reports every day, one was late once, the third is silent. */
async function dailyReports(id: string, at: At, live: Live) {
  for (const [username, hours] of [
    ["vnpt", [15, 15, 16, 15, 16]],
    ["viettel", [16, 15, 19, 16, 16]],
  ] as const) {
    const actor = await actorOf(username);
    const periods = await db.periodicReport.findMany({
      where: { assignment: { directiveId: id, unitId: actor.unitId } },
      orderBy: { dueAt: "asc" },
      select: { id: true },
      take: hours.length,
    });
    for (const [index, period] of periods.entries()) {
      live(at(index - 6, hours[index] ?? 16));
      const quiet = index % 2 === 1;
      await filePeriodicReport(actor, {
        periodicReportId: period.id,
        requestId: randomUUID(),
        kind: quiet ? "nil" : "result",
        text: quiet ? "" : "Mạng lưới ổn định, xử lý xong các phản ánh nhận trong ngày.",
        files: [],
      });
    }
  }
}
