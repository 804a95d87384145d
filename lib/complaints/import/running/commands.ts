import "server-only";

import { randomBytes } from "node:crypto";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { findKeyOf, sealField } from "@/lib/auth/field-cipher";
import { db, inLongTransaction, inTransaction, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { now } from "@/lib/time";
import { nextCode } from "../../commands";
import { isAnonymous } from "../../complainants/rules";
import { sameness } from "../../complainants/sameness/rules";
import { dueAfter, timedId } from "../../rules";
import { loadComplaintSetting } from "../../settings/queries";
import { readPhone } from "../../sources/rules";
import { isEmptyRow, packedRows, packer } from "../packing/rules";
import { PROBLEM_TITLE } from "../reading/rules";
import { type ReadRow, rowReader } from "../rules";
import { type Columns, columnsSchema } from "../schema";

const CHUNK = 20_000;
/** A run whose process ended is taken over by the next minute. */
const LEFT_AFTER_MS = 120_000;

/** Takes in every right row of the file at once, or none; how far it is can be read meanwhile. */
export async function runImport(actor: Actor, id: string) {
  const job = await db.complaintImport.findFirst({ where: { id, state: "running" } });
  if (!job?.sealed) return;
  try {
    const file = packedRows(id, job.sealed);
    const columns = columnsSchema.parse(job.columns);
    // Before the rows and apart from them: others go on taking numbers while this one writes.
    const code = await inTransaction((tx) => nextCode(tx, now(), job.total));
    await inLongTransaction(async (tx) => {
      const { taken, bad, rest } = await writeRows(tx, actor, { ...job, ...code, columns, file });
      const done = await tx.complaintImport.updateMany({
        where: { id, state: "running" },
        data: {
          state: "done",
          doneAt: now(),
          taken,
          bad,
          doubles: job.total - bad - taken,
          read: job.total,
          // What was taken in is there; only rows to mend are kept, sealed.
          sealed: rest,
          problem: "",
        },
      });
      if (done.count === 0) throw new Refusal("conflict", "Lần nhập này vừa xong ở nơi khác.");
      await recordAudit(tx, actor, {
        action: "complaint-import.take",
        subject: { type: "complaint-import", id },
        details: { name: job.name, complaints: taken, rows: job.total },
      });
    });
  } catch (error) {
    if (error instanceof Refusal) return;
    await db.complaintImport.updateMany({
      where: { id, state: "running" },
      data: {
        state: "failed",
        problem: "Chưa nhập được dòng nào. Thử lại, nếu vẫn vậy thì báo người quản trị.",
      },
    });
    throw error;
  }
}

/** Runs that were left by a process that ended. */
export async function resumeImports(actor: Actor) {
  const before = new Date(now().getTime() - LEFT_AFTER_MS);
  const left = await db.complaintImport.findMany({
    where: { state: "running", beatAt: { lt: before } },
    select: { id: true },
    take: 5,
  });
  for (const { id } of left) {
    const claimed = await db.complaintImport.updateMany({
      where: { id, state: "running", beatAt: { lt: before } },
      data: { beatAt: now() },
    });
    if (claimed.count > 0) await runImport(actor, id);
  }
}

type Job = {
  id: string;
  telcoId: string;
  uploadedById: string;
  uploadedBy: string;
  year: number;
  number: number;
  total: number;
  columns: Columns;
  file: AsyncIterable<string[][]>;
};

/** While the database takes one chunk in, the next is read and sealed. */
async function writeRows(tx: Transaction, actor: Actor, job: Job) {
  const at = now();
  const { dueHours } = await loadComplaintSetting(tx);
  const read = rowReader(job.columns, at);
  const rest = packer(job.id);
  let chunk: ReturnType<typeof toRecord>[] = [];
  let number = job.number - job.total;
  let [seen, bad, taken] = [0, 0, 0];
  let first = true;
  let writing: Promise<number> = Promise.resolve(0);
  const write = async () => {
    taken += await writing;
    const rows = chunk;
    chunk = [];
    writing = rows.length > 0 ? insertChunk(tx, job, at, rows) : Promise.resolve(0);
    // Awaited before the next chunk or at the end; until then it is not left unhandled.
    writing.catch(() => undefined);
    await beat(actor, job.id, seen);
  };

  for await (const rows of job.file) {
    for (const cells of rows) {
      const header = first;
      first = false;
      if (!header && isEmptyRow(cells)) continue;
      const row = header ? PROBLEM_TITLE : read(cells);
      if (typeof row === "string") {
        await rest.writeRow([...cells, row]);
        if (!header) bad += 1;
      } else {
        number += 1;
        chunk.push(toRecord(row, { number, at, dueHours }));
      }
      if (!header) seen += 1;
      if (chunk.length === CHUNK) await write();
    }
  }
  await write();
  taken += await writing;
  return { taken, bad, rest: bad > 0 ? await rest.seal() : null };
}

/** On a connection of its own: the transaction of the rows shows nothing before its end. */
const beat = (_actor: Actor, id: string, read: number) =>
  db.complaintImport.updateMany({ where: { id, state: "running" }, data: { read, beatAt: now() } });

function toRecord(
  row: ReadRow,
  { number, at, dueHours }: { number: number; at: Date; dueHours: number },
) {
  const id = timedId(at, randomBytes(10), number);
  const named = !isAnonymous(row.who);
  const phone = named ? readPhone(row.who.phone) : null;
  return {
    id,
    n: number,
    s: row.ownId ? `x:${row.ownId}` : sameness(row),
    c: row.channel,
    k: row.kind,
    t: row.sourceText,
    sk: row.source?.kind ?? null,
    sv: row.source?.value ?? null,
    w: row.content,
    r: row.receivedAt,
    d: dueAfter(row.receivedAt, dueHours),
    st: row.state,
    cl: row.closedAt,
    re: row.reason,
    p: named ? sealField(id, JSON.stringify(row.who)) : null,
    f: phone ? findKeyOf(phone) : null,
  };
}

function insertChunk(tx: Transaction, job: Job, at: Date, rows: object[]) {
  return tx.$executeRaw`
    INSERT INTO "Complaint" (id, year, number, "telcoId", "enteredByUnitId", "enteredById", "enteredBy",
      "importId", "sameAs", channel, kind, "sourceText", "sourceKind", "sourceValue", content, "receivedAt",
      "enteredAt", "dueAt", state, "verifyingAt", "closedAt", "closedBy", "stateReason", complainant, "complainantKey")
    SELECT r.id, ${job.year}, r.n, ${job.telcoId}::uuid, ${job.telcoId}::uuid, ${job.uploadedById}::uuid,
      ${job.uploadedBy}, ${job.id}::uuid, r.s, r.c, r.k, r.t, r.sk, r.sv, r.w, r.r, ${at}::timestamptz, r.d,
      r.st, CASE WHEN r.st <> 'new' THEN coalesce(r.cl, ${at}::timestamptz) END, r.cl,
      CASE WHEN r.cl IS NOT NULL THEN ${job.uploadedBy} ELSE '' END, r.re, r.p, r.f
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id uuid, n int, s text, c "ComplaintChannel",
      k "ComplaintKind", t text, sk "ReportedSourceKind", sv text, w text, r timestamptz, d timestamptz, st "ComplaintState",
      cl timestamptz, re text, p text, f text)
    ON CONFLICT ("telcoId", "sameAs") DO NOTHING`;
}
