import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { currentKeyId, findKeyOf, openField, sealField } from "@/lib/auth/field-cipher";
import { inTransaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { canReadComplainant, visibleComplaints } from "../policy";
import { complaintCode } from "../rules";
import type { RevealComplainant } from "../schema";
import { readPhone } from "../sources/rules";
import { findPart } from "../standing/queries";
import { inWords, parseComplainant } from "./rules";

const AT_ONCE = 1000;

/** Shows who complained to whoever must call back; that it was looked at stays in the trail. */
export async function revealComplainant(actor: Actor, { complaintId: id }: RevealComplainant) {
  return inTransaction(async (tx) => {
    const part = await findPart(actor, tx);
    const found = await tx.complaint.findFirst({
      where: { id, AND: visibleComplaints(actor, part) },
      select: {
        year: true,
        number: true,
        telcoId: true,
        enteredByUnitId: true,
        state: true,
        complainant: true,
        erasedAt: true,
      },
    });
    if (!found || !canReadComplainant(actor, part, found)) {
      throw new Refusal("not-found", "Không tìm thấy phản ánh này.");
    }
    if (!found.complainant) {
      throw new Refusal(
        "conflict",
        found.erasedAt ? "Đã xóa theo thời hạn lưu." : "Người phản ánh không để lại tên, số.",
      );
    }
    await recordAudit(tx, actor, {
      action: "complaint.reveal",
      subject: { type: "complaint", id },
      details: { number: complaintCode(found) },
    });
    return inWords(parseComplainant(openField(id, found.complainant)));
  });
}

/**
 * Seals anew, under the key in use, what an older key sealed. May be stopped and begun again: what
 * is done is not done twice, and both keys read meanwhile.
 */
export async function rotateComplainants(actor: Actor) {
  const key = currentKeyId();
  let complaints = 0;
  for (;;) {
    const moved = await rotateSome(actor, key);
    complaints += moved;
    if (moved < AT_ONCE) break;
  }
  await inTransaction((tx) =>
    recordAudit(tx, actor, {
      action: "complaint-keys.rotate",
      subject: { type: "system", id: actor.userId },
      details: { key, complaints },
    }),
  );
  return { key, complaints };
}

async function rotateSome(_actor: Actor, key: string) {
  return inTransaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; complainant: string }[]>`
      SELECT id, complainant FROM "Complaint"
      WHERE complainant IS NOT NULL AND complainant NOT LIKE ${`${key}.%`}
      LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`;
    if (rows.length === 0) return 0;
    const sealed = rows.map(({ id, complainant }) => {
      const text = openField(id, complainant);
      const number = readPhone(parseComplainant(text).phone);
      return { id, complainant: sealField(id, text), find: number ? findKeyOf(number) : null };
    });
    await tx.$executeRaw`
      UPDATE "Complaint" c SET complainant = s.sealed, "complainantKey" = s.find
      FROM unnest(${sealed.map(({ id }) => id)}::uuid[], ${sealed.map((row) => row.complainant)}::text[],
                  ${sealed.map(({ find }) => find)}::text[]) AS s(id, sealed, find)
      WHERE c.id = s.id`;
    return rows.length;
  });
}
