import "server-only";

import { recordAudit } from "@/lib/audit/record";
import { type Actor, isDistrict } from "@/lib/auth/actor";
import { inTransaction, Prisma, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { insertNotices, noticeUnits } from "@/lib/notifications/record";
import { now } from "@/lib/time";
import { numberInSentence } from "../labels";
import { shorten } from "../rules";
import { canAskQuestion, canReply, canShareQuestion, visibleQuestions } from "./policy";
import type { AskQuestion, Reply, ShareQuestion } from "./schema";

/** A unit asks the district about what it was sent. */
export async function askQuestion(actor: Actor, { directiveId, requestId, text }: AskQuestion) {
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Directive" WHERE id = ${directiveId}::uuid FOR SHARE`;
    const receipt = await tx.directiveReceipt.findUnique({
      where: { directiveId_unitId: { directiveId, unitId: actor.unitId } },
      select: { unitId: true, directive: { select: directiveFields } },
    });
    if (!receipt) throw new Refusal("not-found", "Không tìm thấy văn bản.");
    refuseUnless(canAskQuestion(actor, receipt), "Văn bản đã kết thúc, không hỏi thêm được nữa.");
    if (await tx.question.findUnique({ where: { requestId } })) return;

    const { id } = await tx.question.create({
      data: { requestId, directiveId, unitId: actor.unitId, text, at: now(), byId: actor.userId },
      select: { id: true },
    });
    await noticeUnits(tx, [receipt.directive.issuerId], {
      kind: "question.ask",
      title: `${actor.unitName} hỏi về ${numberInSentence(receipt.directive)}`,
      body: shorten(text, 200),
      subject: { type: "directive", id: directiveId },
      cause: `question:${id}`,
    });
    const subject = { type: "directive", id: directiveId };
    await recordAudit(tx, actor, { action: "directive.ask", subject, after: { text } });
  });
}

/** A further word in the thread; the district's answers it, the unit's opens it again. */
export async function replyToQuestion(actor: Actor, input: Reply) {
  const { questionId, requestId, text, share } = input;
  await inTransaction(async (tx) => {
    const question = await holdQuestion(tx, actor, questionId);
    refuseUnless(canReply(actor, question), "Chỉ huyện và đơn vị đã hỏi trả lời ở đây.");
    if (await tx.questionReply.findUnique({ where: { requestId } })) return;

    const official = isDistrict(actor);
    const at = now();
    const { id } = await tx.questionReply.create({
      data: { requestId, questionId, official, text, at, byId: actor.userId },
      select: { id: true },
    });
    await tx.question.update({
      where: { id: questionId },
      data: {
        answeredAt: official ? at : null,
        ...(official && share ? { sharedAt: at, sharedById: actor.userId } : {}),
      },
    });
    await tell(tx, { ...question, replyId: id, official, text, toAll: official && Boolean(share) });
    await recordAudit(tx, actor, {
      action: official ? "directive.answer" : "directive.ask",
      subject: { type: "directive", id: question.directive.id },
      after: { text, shared: Boolean(share) },
    });
  });
}

/** Opens a thread to all addressees, or closes it to the unit that asked. */
export async function shareQuestion(actor: Actor, { questionId: id, shared }: ShareQuestion) {
  await inTransaction(async (tx) => {
    const question = await holdQuestion(tx, actor, id);
    refuseUnless(canShareQuestion(actor), "Chỉ cán bộ huyện công khai câu trả lời.");
    const open = shared === "yes";
    await tx.question.update({
      where: { id },
      data: { sharedAt: open ? now() : null, sharedById: open ? actor.userId : null },
    });
    await recordAudit(tx, actor, {
      action: open ? "directive.share-answer" : "directive.unshare-answer",
      subject: { type: "directive", id: question.directive.id },
    });
  });
}

const directiveFields = {
  id: true,
  state: true,
  number: true,
  symbol: true,
  issuerId: true,
} as const;

async function holdQuestion(tx: Transaction, actor: Actor, id: string) {
  await tx.$queryRaw`
    SELECT 1 FROM "Question" q JOIN "Directive" d ON d.id = q."directiveId"
    WHERE q.id = ${id}::uuid FOR UPDATE OF q FOR SHARE OF d`;
  const question = await tx.question.findFirst({
    where: { id, AND: visibleQuestions(actor) },
    select: { unitId: true, directive: { select: directiveFields } },
  });
  if (!question) throw new Refusal("not-found", "Không tìm thấy câu hỏi.");
  return question;
}

type Word = Awaited<ReturnType<typeof holdQuestion>> & {
  replyId: string;
  official: boolean;
  toAll: boolean;
  text: string;
};

/** The other side is told; what is shared is told to every addressee. */
function tell(tx: Transaction, { directive, unitId, replyId, official, toAll, text }: Word) {
  const notice = {
    kind: official ? ("question.answer" as const) : ("question.ask" as const),
    title: official
      ? `Huyện trả lời về ${numberInSentence(directive)}`
      : `Đơn vị hỏi thêm về ${numberInSentence(directive)}`,
    body: shorten(text, 200),
    subject: { type: "directive", id: directive.id },
    cause: `reply:${replyId}`,
  };
  if (!toAll) return noticeUnits(tx, [official ? unitId : directive.issuerId], notice);
  return insertNotices(
    tx,
    notice,
    Prisma.sql`SELECT "unitId" AS unit, NULL::uuid AS person FROM "LiveReceipt"
               WHERE "directiveId" = ${directive.id}::uuid`,
  );
}
