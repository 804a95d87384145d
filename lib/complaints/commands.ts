import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { findKeyOf, sealField } from "@/lib/auth/field-cipher";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { noticeUnits } from "@/lib/notifications/record";
import { isoDay, now } from "@/lib/time";
import { isAnonymous } from "./complainants/rules";
import { writeComplaintEntry } from "./entries/commands";
import { kindLabels } from "./labels";
import { canEnterComplaint } from "./policy";
import { reachComplaints } from "./reach/queries";
import { complaintCode, dueAfter } from "./rules";
import type { AddComplaint, Complainant } from "./schema";
import { loadComplaintSetting } from "./settings/queries";
import { readPhone, readSource } from "./sources/rules";
import { findPart } from "./standing/queries";

/** A telco enters its own; a commune, the police or the district one for the telco it chooses. */
export async function addComplaint(actor: Actor, input: AddComplaint) {
  const { complaintId: id, telcoId, kind } = input;
  return inTransaction(async (tx) => {
    const part = await findPart(actor, tx);
    refuseUnless(canEnterComplaint(part), "Tài khoản này không nhập phản ánh.");
    if (part === "telco" && telcoId !== actor.unitId) {
      throw new Refusal("forbidden", "Nhà mạng chỉ nhập phản ánh của mình.");
    }
    const telco = await tx.unit.findFirst({
      where: { id: telcoId, validTo: null, kind: { home: "telecom" } },
      select: { id: true },
    });
    if (!telco) throw new Refusal("not-found", "Không tìm thấy nhà mạng này.");
    await reachComplaints(tx, actor, part);
    // The form's own id, sent twice: what was kept the first time is the answer. Also another's is looked for.
    const [twice] = await tx.$queryRaw<{ enteredByUnitId: string }[]>`
      SELECT "enteredByUnitId" FROM "ComplaintFact" WHERE id = ${id}::uuid`;
    if (twice && twice.enteredByUnitId !== actor.unitId) {
      throw new Refusal("not-found", "Không tìm thấy phản ánh này.");
    }
    if (twice) return { id };

    const at = now();
    if (input.receivedAt > at) {
      throw new Refusal("invalid", "Thời điểm tiếp nhận không thể ở sau lúc này.");
    }
    const { dueHours } = await loadComplaintSetting(tx);
    const source = kind === "fake_station" && !input.source ? null : readSource(input.source);
    const code = await nextCode(tx, at, 1);
    const row = {
      telcoId,
      channel: part === "reporter" ? ("commune" as const) : input.channel,
      kind,
      sourceText: input.source,
      sourceKind: source?.kind ?? null,
      sourceValue: source?.value ?? null,
      content: input.content,
      receivedAt: input.receivedAt,
    };
    await tx.complaint.create({
      data: {
        id,
        ...code,
        ...row,
        enteredByUnitId: actor.unitId,
        enteredById: actor.userId,
        enteredBy: actor.fullName,
        sameAs: `id:${id}`,
        enteredAt: at,
        dueAt: dueAfter(input.receivedAt, dueHours),
        ...sealedOf(id, complainantOf(input)),
      },
      select: { id: true },
    });
    await writeComplaintEntry(tx, actor, { complaintId: id, kind: "enter", text: "" });
    if (telcoId !== actor.unitId) {
      await noticeUnits(tx, [telcoId], {
        kind: "complaint.new",
        title: `${actor.unitName} chuyển phản ánh ${complaintCode(code)}`,
        body: kindLabels[kind],
        subject: { type: "complaint", id },
        cause: `complaint:${id}`,
      });
    }
    await recordAudit(tx, actor, {
      action: "complaint.enter",
      subject: { type: "complaint", id },
      after: row,
      details: { number: complaintCode(code) },
    });
    return { id };
  });
}

/** So many numbers of this year, the last of them in the answer; held until the command ends. */
export async function nextCode(tx: Transaction, at: Date, count: number) {
  const year = Number(isoDay(at).slice(0, 4));
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO "ComplaintCounter" AS c (year, last) VALUES (${year}, ${count})
    ON CONFLICT (year) DO UPDATE SET last = c.last + ${count} RETURNING last`;
  return { year, number: row?.last ?? count };
}

const complainantOf = (input: AddComplaint): Complainant => ({
  name: input.complainantName,
  phone: input.complainantPhone,
  address: input.complainantAddress,
});

/** Who complained as two columns: readable with the key alone, and what a search by number finds. */
function sealedOf(id: string, who: Complainant) {
  if (isAnonymous(who)) return { complainant: null, complainantKey: null };
  const number = readPhone(who.phone);
  return {
    complainant: sealField(id, JSON.stringify(who)),
    complainantKey: number ? findKeyOf(number) : null,
  };
}
