import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { noticeUnits } from "@/lib/notifications/record";
import { now } from "@/lib/time";
import { writeComplaintEntry } from "../../entries/commands";
import { canHandleComplaint, canReopenComplaint, visibleComplaints } from "../../policy";
import { reachComplaints } from "../../reach/queries";
import { complaintCode, dueAfterReopening } from "../../rules";
import type { ReopenComplaint } from "../../schema";
import { loadComplaintSetting } from "../../settings/queries";
import { findPart } from "../../standing/queries";

/** A case that ended too soon goes on, with the reason why; its first end stays in its course. */
export async function reopenComplaint(actor: Actor, input: ReopenComplaint) {
  const { complaintId: id, version, reason } = input;
  await inTransaction(async (tx) => {
    const part = await findPart(actor, tx);
    await reachComplaints(tx, actor, part);
    await tx.$queryRaw`SELECT 1 FROM "Complaint" WHERE id = ${id}::uuid FOR UPDATE`;
    const found = await tx.complaint.findFirst({
      where: { id, AND: visibleComplaints(actor, part) },
    });
    if (!found) throw new Refusal("not-found", "Không tìm thấy phản ánh này.");
    if (found.closedAt === null || found.version !== version) {
      throw new Refusal("conflict", "Phản ánh này vừa thay đổi. Tải lại trang để xem.");
    }
    refuseUnless(
      canReopenComplaint(actor, part, found),
      "Chỉ nhà mạng xử lý, công an và huyện mở lại phản ánh.",
    );
    const at = now();
    const { dueHours } = await loadComplaintSetting(tx);
    const own = canHandleComplaint(actor, part, found);
    await tx.complaint.update({
      where: { id, version },
      data: {
        state: "verifying",
        stateReason: "",
        closedAt: null,
        closedBy: "",
        reopenedAt: at,
        dueAt: dueAfterReopening(found, at, { hours: dueHours, own }),
        version: { increment: 1 },
      },
      select: { id: true },
    });
    await writeComplaintEntry(tx, actor, { complaintId: id, kind: "reopen", text: reason });
    // A commune follows the first row of what it took down, which a routed one is not.
    const commune = found.routedFromId === null && found.enteredByUnitId !== found.telcoId;
    const told = [found.telcoId, ...(commune ? [found.enteredByUnitId] : [])];
    await noticeUnits(
      tx,
      told.filter((unitId) => unitId !== actor.unitId),
      {
        kind: "complaint.reopened",
        title: `${actor.unitName} mở lại phản ánh ${complaintCode(found)}`,
        body: reason,
        subject: { type: "complaint", id },
        cause: `complaint-reopen:${id}:${version}`,
      },
    );
    await recordAudit(tx, actor, {
      action: "complaint.reopen",
      subject: { type: "complaint", id },
      before: { state: found.state, closedAt: found.closedAt, dueAt: found.dueAt, version },
      details: { number: complaintCode(found), reason },
    });
  });
}
