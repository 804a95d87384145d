import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import {
  currentKeyId,
  findKeyOf,
  openField,
  openFile,
  sealField,
  sealFile,
} from "@/lib/auth/field-cipher";
import { inTransaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { canReadComplainant, visibleComplaints } from "../policy";
import { reachAllComplaints, reachComplaints } from "../reach/queries";
import { complaintCode } from "../rules";
import type { ComplaintKind, RevealComplainant } from "../schema";
import { readPhone } from "../sources/rules";
import { findPart } from "../standing/queries";
import { inWords, parseComplainant } from "./rules";
import { sameness } from "./sameness/rules";

const AT_ONCE = 1000;

/** Shows who complained to whoever must call back; that it was looked at stays in the trail. */
export async function revealComplainant(actor: Actor, { complaintId: id }: RevealComplainant) {
  return inTransaction(async (tx) => {
    const part = await findPart(actor, tx);
    await reachComplaints(tx, actor, part);
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
  const files = await rotateFiles(actor, key);
  await inTransaction((tx) =>
    recordAudit(tx, actor, {
      action: "complaint-keys.rotate",
      subject: { type: "system", id: actor.userId },
      details: { key, complaints, files },
    }),
  );
  return { key, complaints, files };
}

async function rotateSome(_actor: Actor, key: string) {
  return inTransaction(async (tx) => {
    await reachAllComplaints(tx);
    const rows = await tx.$queryRaw<Sealed[]>`
      SELECT id, complainant, "sameAs", "receivedAt", kind::text, "sourceValue", "sourceText", content
      FROM "Complaint" WHERE complainant IS NOT NULL AND complainant NOT LIKE ${`${key}.%`}
      LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`;
    if (rows.length === 0) return 0;
    const sealed = rows.map((row) => sealedAnew(row));
    // What came again while both keys were in use keeps its old mark: two rows are never the same.
    await tx.$executeRaw`
      UPDATE "Complaint" c SET complainant = s.sealed, "complainantKey" = s.find,
        "sameAs" = CASE WHEN s.same = c."sameAs" OR EXISTS (
          SELECT 1 FROM "Complaint" o WHERE o."telcoId" = c."telcoId" AND o."sameAs" = s.same)
          THEN c."sameAs" ELSE s.same END
      FROM unnest(${sealed.map(({ id }) => id)}::uuid[], ${sealed.map((row) => row.complainant)}::text[],
                  ${sealed.map(({ find }) => find)}::text[], ${sealed.map(({ same }) => same)}::text[])
        AS s(id, sealed, find, same)
      WHERE c.id = s.id`;
    return rows.length;
  });
}

type Sealed = {
  id: string;
  complainant: string;
  sameAs: string;
  receivedAt: Date;
  kind: ComplaintKind;
  sourceValue: string | null;
  sourceText: string;
  content: string;
};

function sealedAnew({ id, complainant, sameAs, sourceValue, ...row }: Sealed) {
  const text = openField(id, complainant);
  const who = parseComplainant(text);
  const number = readPhone(who.phone);
  const source = sourceValue === null ? null : { value: sourceValue };
  return {
    id,
    complainant: sealField(id, text),
    find: number ? findKeyOf(number) : null,
    same: sameAs.startsWith("k:") ? sameness({ ...row, source, who }) : sameAs,
  };
}

/** Files that wait to be taken in, and rows to mend: few, and large, hence one at a time. */
async function rotateFiles(_actor: Actor, key: string) {
  return inTransaction(async (tx) => {
    await reachAllComplaints(tx);
    const name = Buffer.from(key);
    const prefix = new Uint8Array(Buffer.concat([Buffer.from([name.length]), name]));
    const left = await tx.$queryRaw<{ id: string; sealed: Uint8Array }[]>`
      SELECT id, sealed FROM "ComplaintImport"
      WHERE sealed IS NOT NULL AND substr(sealed, 1, ${prefix.length}::int) <> ${prefix}
      LIMIT 200 FOR UPDATE SKIP LOCKED`;
    for (const { id, sealed } of left) {
      const anew = new Uint8Array(sealFile(id, openFile(id, Buffer.from(sealed))));
      await tx.complaintImport.update({
        where: { id },
        data: { sealed: anew },
        select: { id: true },
      });
    }
    return left.length;
  });
}
