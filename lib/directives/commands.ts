import "server-only";

import { digest } from "@/lib/audit/digest";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import {
  inLongTransaction,
  inTransaction,
  isUniqueViolation,
  Prisma,
  type Transaction,
} from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { insertNotices } from "@/lib/notifications/record";
import { holdUnits } from "@/lib/organization/queries";
import { formatTime, now } from "@/lib/time";
import { deliverDirective } from "./delivery/commands";
import { readContent } from "./drafts/queries";
import { documentNumber } from "./labels";
import { canCloseDirective, canSignDirective, canWithdrawDirective, isPublished } from "./policy";
import { holdVisibleDirective } from "./queries";
import { recallReplaced } from "./recalls/commands";
import { missingForSignature, numberYear } from "./rules";
import type { CloseDirective, IssueDirective, ReturnDirective, WithdrawDirective } from "./schema";
import { standing } from "./standing/policy";

/**
 * Signs and issues: number and day are set, the text is frozen under its hash, and every addressed
 * unit gets its copy and its obligations, all together or not at all.
 */
export async function issueDirective(actor: Actor, input: IssueDirective) {
  const { directiveId: id, number, issuedOn } = input;
  try {
    return await inLongTransaction(async (tx) => {
      const directive = await holdVisibleDirective(tx, actor, id);
      await holdUnits(tx);
      if (isPublished(directive)) throw new Refusal("conflict", "Văn bản này đã được ban hành.");
      refuseUnless(
        canSignDirective(actor, directive),
        "Chỉ lãnh đạo huyện ký văn bản đang chờ ký.",
      );
      refuseStale(directive, input.version);

      const content = { ...(await readContent(tx, id)), number, issuedOn };
      const missing = missingForSignature(content, now());
      if (missing.length > 0) throw new Refusal("invalid", `Chưa ký được. ${missing.join(" ")}`);

      const issuedAt = now();
      await tx.directive.update({
        where: { id, state: "for_signature" },
        data: {
          state: "issued",
          number,
          year: numberYear(issuedOn),
          issuedOn: new Date(issuedOn),
          issuedAt,
          signedById: actor.userId,
          contentHash: digest(content),
        },
      });
      const units = await deliverDirective(tx, id, issuedOn, issuedAt);
      await tellAddressees(tx, id, content);
      if (directive.replacesId) {
        const { symbol } = content;
        const replacement = { id, number, symbol, issuedOn: new Date(issuedOn) };
        await recallReplaced(tx, actor, directive.replacesId, replacement);
      }
      await recordAudit(tx, actor, {
        action: "directive.issue",
        subject: { type: "directive", id },
        after: content,
        details: { number, symbol: content.symbol, issuedOn, ...units },
      });
      return units;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Refusal(
      "conflict",
      `Số ${number} đã dùng cho một văn bản khác trong năm ${numberYear(issuedOn)}.`,
    );
  }
}

/** On their pages the directive stands by itself; this goes to the people's mail and phones. */
function tellAddressees(
  tx: Transaction,
  id: string,
  document: { number: number; symbol: string; subject: string },
) {
  return insertNotices(
    tx,
    {
      kind: "directive.issue",
      title: `${documentNumber(document)}: ${document.subject}`,
      subject: { type: "directive", id },
      cause: `directive.issue:${id}`,
    },
    Prisma.sql`SELECT "unitId" AS unit, NULL::uuid AS person FROM "DirectiveReceipt"
               WHERE "directiveId" = ${id}::uuid`,
  );
}

/** The leader gives a draft back to the officer, with what is to be mended. */
export async function returnDirective(
  actor: Actor,
  { directiveId: id, version, reason }: ReturnDirective,
) {
  await inTransaction(async (tx) => {
    const directive = await holdVisibleDirective(tx, actor, id);
    refuseUnless(canSignDirective(actor, directive), "Chỉ trả lại được văn bản đang chờ ký.");
    refuseStale(directive, version);
    await reopen(tx, id, { returnReason: reason, returnedAt: now() });
    await recordAudit(tx, actor, {
      action: "directive.return",
      subject: { type: "directive", id },
      details: { reason },
    });
  });
}

/** The officer takes a draft back before it is signed. */
export async function withdrawDirective(
  actor: Actor,
  { directiveId: id, version }: WithdrawDirective,
) {
  await inTransaction(async (tx) => {
    const directive = await holdVisibleDirective(tx, actor, id);
    refuseUnless(canWithdrawDirective(actor, directive), "Văn bản không còn ở trạng thái chờ ký.");
    refuseStale(directive, version);
    await reopen(tx, id, {});
    const subject = { type: "directive", id };
    await recordAudit(tx, actor, { action: "directive.withdraw", subject });
  });
}

/** Ends the follow-up; from then on nothing is reported under it. */
export async function closeDirective(actor: Actor, { directiveId: id }: CloseDirective) {
  await inTransaction(async (tx) => {
    const directive = await holdVisibleDirective(tx, actor, id);
    refuseUnless(canCloseDirective(actor, directive), "Chỉ kết thúc được văn bản đang thực hiện.");
    const closedAt = now();
    await tx.directive.update({
      where: { id, state: "issued" },
      data: { state: "closed", closedAt, closedById: actor.userId },
    });
    const where = { ...standing, directiveId: id, acceptedAt: null };
    const open = await tx.assignment.count({ where });
    await recordAudit(tx, actor, {
      action: "directive.close",
      subject: { type: "directive", id },
      details: { openAssignments: open },
    });
  });
}

type Held = Awaited<ReturnType<typeof holdVisibleDirective>>;

/** What is signed or given back must be what the person had before their eyes. */
function refuseStale(directive: Held, version: number) {
  if (directive.version === version) return;
  throw new Refusal(
    "conflict",
    `${directive.editedBy.fullName} đã sửa văn bản lúc ${formatTime(directive.editedAt)}. Tải lại trang để xem bản mới rồi làm tiếp.`,
  );
}

/** A new version: someone who still has the old page open can neither sign nor give it back. */
async function reopen(
  tx: Transaction,
  id: string,
  note: { returnReason?: string; returnedAt?: Date },
) {
  await tx.directive.update({
    where: { id, state: "for_signature" },
    data: { ...note, state: "draft", submittedAt: null, version: { increment: 1 } },
  });
}
