import "server-only";

import { randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { openField, sealField } from "@/lib/auth/field-cipher";
import { inTransaction, Prisma, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { listDesks } from "@/lib/incidents/desks/queries";
import { noticeRows, noticeUnits } from "@/lib/notifications/record";
import { now } from "@/lib/time";
import { nextCode } from "../commands";
import { writeComplaintEntry } from "../entries/commands";
import { stateLabels, stepLabels } from "../labels";
import { canHandleComplaint, visibleComplaints } from "../policy";
import { reachAllComplaints, reachComplaints } from "../reach/queries";
import { complaintCode, dueAfter, isOpen } from "../rules";
import type {
  ComplaintState,
  HandleComplaint,
  PassComplaint,
  RejectComplaint,
  RouteComplaint,
  VerifyComplaint,
} from "../schema";
import { loadComplaintSetting } from "../settings/queries";
import { findPart } from "../standing/queries";

export async function verifyComplaint(actor: Actor, input: VerifyComplaint) {
  await inTransaction(async (tx) => {
    const held = await holdComplaint(tx, actor, input);
    if (held.state !== "new") throw new Refusal("conflict", "Phản ánh này đang được xác minh rồi.");
    await change(tx, held, { state: "verifying", verifyingAt: now() });
    await tell(tx, actor, held, { move: "verify", text: "" });
  });
}

/** A rung of the ladder against the source, for all who complained of it; the case may end with it. */
export async function handleComplaint(actor: Actor, input: HandleComplaint) {
  const { step, note, takenAt, outcome, scope } = input;
  return inTransaction(async (tx) => {
    const held = await holdComplaint(tx, actor, input);
    const at = now();
    if (takenAt > at) throw new Refusal("invalid", "Thời điểm làm không thể ở sau lúc này.");
    if (held.sourceKind && held.sourceValue) {
      await tx.sourceMeasure.create({
        data: {
          telcoId: held.telcoId,
          sourceKind: held.sourceKind,
          sourceValue: held.sourceValue,
          step,
          takenAt,
          recordedAt: at,
          byName: actor.fullName,
          note,
        },
        select: { id: true },
      });
    }
    const text = [stepLabels[step], note].filter(Boolean).join(": ");
    if (outcome === "goes_on") {
      await change(tx, held, { state: "verifying", verifyingAt: held.verifyingAt ?? at });
      await tell(tx, actor, held, { move: "measure", text });
      return { others: 0 };
    }
    const others = scope === "source" ? await endOthersOf(tx, actor, held, text) : 0;
    await end(tx, actor, held, { state: "handled", move: "handle", text });
    return { others };
  });
}

export async function rejectComplaint(actor: Actor, input: RejectComplaint) {
  await inTransaction(async (tx) => {
    const held = await holdComplaint(tx, actor, input);
    await end(tx, actor, held, { state: "rejected", move: "reject", text: input.reason });
  });
}

/** From now on the police reads it whole. */
export async function passComplaint(actor: Actor, input: PassComplaint) {
  await inTransaction(async (tx) => {
    const held = await holdComplaint(tx, actor, input);
    const police = (await listDesks(tx)).filter(({ part }) => part === "police");
    if (police.length === 0) {
      throw new Refusal("conflict", "Huyện chưa đặt đơn vị công an để nhận. Báo người quản trị.");
    }
    await noticeUnits(
      tx,
      police.map(({ unitId }) => unitId),
      {
        kind: "complaint.passed",
        title: `${actor.unitName} chuyển phản ánh ${complaintCode(held)}`,
        body: input.reason,
        subject: { type: "complaint", id: held.id },
        cause: `complaint-pass:${held.id}:${held.version}`,
      },
    );
    await end(tx, actor, held, { state: "passed", move: "pass", text: input.reason });
  });
}

/** Not in our network: it ends here, and begins as a case of the right telco with time of its own. */
export async function routeComplaint(actor: Actor, input: RouteComplaint) {
  await inTransaction(async (tx) => {
    const held = await holdComplaint(tx, actor, input);
    const to = await tx.unit.findFirst({
      where: { id: input.telcoId, validTo: null, kind: { home: "telecom" } },
      select: { id: true, shortName: true },
    });
    if (!to) throw new Refusal("not-found", "Không tìm thấy nhà mạng này.");
    if (to.id === held.telcoId)
      throw new Refusal("invalid", "Phản ánh này đang ở chính nhà mạng đó.");
    const at = now();
    const id = randomUUID();
    const code = await nextCode(tx, at, 1);
    const { dueHours } = await loadComplaintSetting(tx);
    if (held.sourceKind && held.sourceValue) {
      await tx.sourceMeasure.create({
        data: {
          telcoId: held.telcoId,
          sourceKind: held.sourceKind,
          sourceValue: held.sourceValue,
          step: "not_in_network",
          takenAt: at,
          recordedAt: at,
          byName: actor.fullName,
        },
        select: { id: true },
      });
    }
    // From here on a row of another's is written, and where the case began may be a third one's.
    await reachAllComplaints(tx);
    await tx.complaint.create({
      data: {
        id,
        ...code,
        telcoId: to.id,
        enteredByUnitId: held.enteredByUnitId,
        enteredById: held.enteredById,
        enteredBy: held.enteredBy,
        routedFromId: held.id,
        sameAs: `id:${id}`,
        channel: held.channel,
        kind: held.kind,
        sourceText: held.sourceText,
        sourceKind: held.sourceKind,
        sourceValue: held.sourceValue,
        content: held.content,
        receivedAt: at,
        enteredAt: at,
        dueAt: dueAfter(at, dueHours),
        // Bound to its row: what moves is sealed anew for where it goes.
        complainant: held.complainant && sealField(id, openField(held.id, held.complainant)),
        complainantKey: held.complainantKey,
      },
      select: { id: true },
    });
    await writeComplaintEntry(tx, actor, {
      complaintId: id,
      kind: "enter",
      text: `Chuyển từ ${actor.unitName}`,
    });
    await noticeUnits(tx, [to.id], {
      kind: "complaint.new",
      title: `${actor.unitName} chuyển phản ánh ${complaintCode(code)}`,
      subject: { type: "complaint", id },
      cause: `complaint:${id}`,
    });
    await end(tx, actor, held, {
      state: "routed",
      move: "route",
      text: `Không thuộc mạng, chuyển ${to.shortName}`,
    });
  });
}

type Seen = { complaintId: string; version: number };

/** Held until the command ends: of two who decide at once the second finds it decided. */
async function holdComplaint(tx: Transaction, actor: Actor, { complaintId: id, version }: Seen) {
  const part = await findPart(actor, tx);
  await reachComplaints(tx, actor, part);
  await tx.$queryRaw`SELECT 1 FROM "Complaint" WHERE id = ${id}::uuid FOR UPDATE`;
  const found = await tx.complaint.findFirst({
    where: { id, AND: visibleComplaints(actor, part) },
  });
  if (!found) throw new Refusal("not-found", "Không tìm thấy phản ánh này.");
  refuseUnless(
    canHandleComplaint(actor, part, found),
    "Nhà mạng nào được giao thì nhà mạng đó xử lý.",
  );
  if (!isOpen(found)) {
    throw new Refusal("conflict", `Phản ánh này đã xong: ${stateLabels[found.state].text}.`);
  }
  if (found.version !== version) {
    throw new Refusal("conflict", "Đồng nghiệp vừa cập nhật phản ánh này. Tải lại trang để xem.");
  }
  return found;
}

type Held = Awaited<ReturnType<typeof holdComplaint>>;

const change = (tx: Transaction, { id, version }: Held, data: Prisma.ComplaintUpdateInput) =>
  tx.complaint.update({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  });

type End = { state: ComplaintState; move: string; text: string };

async function end(tx: Transaction, actor: Actor, held: Held, { state, move, text }: End) {
  const at = now();
  await change(tx, held, {
    state,
    stateReason: text,
    verifyingAt: held.verifyingAt ?? at,
    closedAt: at,
    closedBy: actor.fullName,
  });
  // The commune that took it down is told; of a row that was routed it reads the first one's page.
  if (held.enteredByUnitId !== held.telcoId && state !== "routed") {
    const first = await firstOf(tx, held);
    if (first && first.enteredByUnitId !== first.telcoId) {
      await noticeUnits(tx, [held.enteredByUnitId], {
        kind: "complaint.closed",
        title: `Phản ánh ${complaintCode(first)}: ${stateLabels[state].text.toLowerCase()}`,
        body: text,
        subject: { type: "complaint", id: first.id },
        cause: `complaint-end:${held.id}:${held.version}`,
      });
    }
  }
  await tell(tx, actor, held, { move, text });
}

/** The telco's other open cases of the same source, in one statement, with their entries and notices. */
async function endOthersOf(tx: Transaction, actor: Actor, held: Held, text: string) {
  if (!held.sourceKind || !held.sourceValue) return 0;
  const at = now();
  const ended = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Complaint" c SET state = 'handled', "stateReason" = ${text}, "closedAt" = ${at}::timestamptz,
      "verifyingAt" = coalesce(c."verifyingAt", ${at}::timestamptz), "closedBy" = ${actor.fullName},
      version = c.version + 1
    WHERE c."telcoId" = ${held.telcoId}::uuid AND c."closedAt" IS NULL AND c.id <> ${held.id}::uuid
      AND c."sourceKind" = ${held.sourceKind}::"ReportedSourceKind" AND c."sourceValue" = ${held.sourceValue}
    RETURNING c.id`;
  const ids = ended.map(({ id }) => id);
  await tx.$executeRaw`
    INSERT INTO "ComplaintEntry" ("complaintId", at, kind, text, "byName", "unitName")
    SELECT id, ${at}::timestamptz, 'handle', ${text}, ${actor.fullName}, ${actor.unitName}
    FROM unnest(${ids}::uuid[]) AS id`;
  await noticeRows(
    tx,
    Prisma.sql`
      SELECT c."enteredByUnitId" AS unit, NULL::uuid AS person, 'complaint.closed' AS kind,
             'Phản ánh PA-' || c.year || '-' || lpad(c.number::text, 6, '0') || ': đã xử lý' AS title,
             ${text} AS body, 'complaint' AS "subjectType", c.id AS "subjectId", 'complaint-end:' || c.id || ':' || c.version AS cause
      FROM "Complaint" c
      WHERE c.id = ANY (${ids}::uuid[]) AND c."enteredByUnitId" <> c."telcoId" AND c."routedFromId" IS NULL`,
  );
  return ids.length;
}

/** Where a routed row began: a chain is as long as there are telcos. */
async function firstOf(tx: Transaction, { id }: Held) {
  await reachAllComplaints(tx);
  const [row] = await tx.$queryRaw<
    { id: string; year: number; number: number; telcoId: string; enteredByUnitId: string }[]
  >`
    WITH RECURSIVE back AS (
      SELECT c.*, 0 AS depth FROM "Complaint" c WHERE c.id = ${id}::uuid
      UNION ALL
      SELECT c.*, b.depth + 1 FROM back b JOIN "Complaint" c ON c.id = b."routedFromId" WHERE b.depth < 10
    )
    SELECT id, year, number, "telcoId", "enteredByUnitId" FROM back ORDER BY depth DESC LIMIT 1`;
  return row;
}

async function tell(
  tx: Transaction,
  actor: Actor,
  held: Held,
  { move, text }: { move: string; text: string },
) {
  await writeComplaintEntry(tx, actor, { complaintId: held.id, kind: move, text });
  await recordAudit(tx, actor, {
    action: `complaint.${move}`,
    subject: { type: "complaint", id: held.id },
    before: { state: held.state, version: held.version },
    details: { number: complaintCode(held), reason: text },
  });
}
