import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { canSetComplaintRules } from "../policy";
import { loadComplaintSetting } from "./queries";
import type { SaveComplaintSetting } from "./schema";

/** How long a telco has, and how long who complained is kept. What has a due time keeps it. */
export async function saveComplaintSetting(actor: Actor, input: SaveComplaintSetting) {
  refuseUnless(canSetComplaintRules(actor), "Chỉ huyện đặt các thời hạn này.");
  const { version, ...values } = input;
  await inTransaction(async (tx) => {
    const before = await loadComplaintSetting(tx);
    const saved = await tx.complaintSetting.updateMany({
      where: { id: 1, version },
      data: { ...values, version: { increment: 1 } },
    });
    if (saved.count === 0) {
      throw new Refusal("conflict", "Người khác vừa sửa. Tải lại trang để xem rồi sửa tiếp.");
    }
    await recordAudit(tx, actor, {
      action: "complaint.settings",
      subject: { type: "complaint-setting", id: "00000000-0000-7000-8000-000000000001" },
      before,
      after: values,
      details: { hours: values.dueHours, days: values.retentionDays },
    });
  });
}
