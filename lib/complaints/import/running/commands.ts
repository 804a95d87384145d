import "server-only";

import { randomBytes } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { findKeyOf, sealField } from "@/lib/auth/field-cipher";
import { db, inLongTransaction, inTransaction, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { now } from "@/lib/time";
import { nextCode } from "../../commands";
import { isAnonymous } from "../../complainants/rules";
import { sameness } from "../../complainants/sameness/rules";
import { reachComplaintsOf } from "../../reach/queries";
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
      // Two files that name the same sources in other orders would wait for each other for good.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('complaint-import'))`;
      await reachComplaintsOf(tx, job.telcoId);
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
  let chunk: ReadRow[] = [];
  let number = job.number - job.total;
  let [seen, bad, taken] = [0, 0, 0];
  let first = true;
  let writing: Promise<number> = Promise.resolve(0);
  const write = async () => {
    // In the order they were received each index is written at one end, page by page.
    const rows = chunk.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
    chunk = [];
    const random = randomBytes(8 * rows.length).toString("hex");
    const lines: string[] = [];
    for (const row of rows) {
      const nth = lines.length;
      const id = timedId(at, random.slice(16 * nth, 16 * nth + 16), number);
      number += 1;
      lines.push(toLine(row, { id, number, dueHours }));
      // Sealing takes its time: what the database is being sent goes on meanwhile.
      if (nth % 500 === 499) await setImmediate();
    }
    taken += await writing;
    writing = lines.length > 0 ? insertLines(tx, job, at, lines) : Promise.resolve(0);
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
        chunk.push(row);
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

type Made = { id: string; number: number; dueHours: number };

/** One row as its cells between tabs, which a clean cell has none of; an empty one is none. */
function toLine(row: ReadRow, { id, number, dueHours }: Made) {
  const { receivedAt, closedAt, source, who } = row;
  const named = !isAnonymous(who);
  const phone = named ? readPhone(who.phone) : null;
  return [
    id,
    number,
    row.ownId ? `x:${row.ownId}` : sameness(row),
    row.channel,
    row.kind,
    row.sourceText,
    source?.kind ?? "",
    source?.value ?? "",
    row.content,
    receivedAt.toISOString(),
    dueAfter(receivedAt, dueHours).toISOString(),
    row.state,
    closedAt?.toISOString() ?? "",
    row.reason,
    named ? sealField(id, JSON.stringify(who)) : "",
    phone ? findKeyOf(phone) : "",
  ].join("\t");
}

function insertLines(tx: Transaction, job: Job, at: Date, lines: string[]) {
  return tx.$executeRaw`
    INSERT INTO "Complaint" (id, year, number, "telcoId", "enteredByUnitId", "enteredById", "enteredBy",
      "importId", "sameAs", channel, kind, "sourceText", "sourceKind", "sourceValue", content, "receivedAt",
      "enteredAt", "dueAt", state, "verifyingAt", "closedAt", "closedBy", "stateReason", complainant, "complainantKey")
    SELECT f[1]::uuid, ${job.year}, f[2]::int, ${job.telcoId}::uuid, ${job.telcoId}::uuid,
      ${job.uploadedById}::uuid, ${job.uploadedBy}, ${job.id}::uuid, f[3], f[4]::"ComplaintChannel",
      f[5]::"ComplaintKind", f[6], nullif(f[7], '')::"ReportedSourceKind", nullif(f[8], ''), f[9],
      f[10]::timestamptz, ${at}::timestamptz, f[11]::timestamptz, f[12]::"ComplaintState",
      CASE WHEN f[12] <> 'new' THEN coalesce(nullif(f[13], '')::timestamptz, ${at}::timestamptz) END,
      nullif(f[13], '')::timestamptz, CASE WHEN f[13] <> '' THEN ${job.uploadedBy} ELSE '' END, f[14],
      nullif(f[15], ''), nullif(f[16], '')
    FROM (SELECT string_to_array(line, E'\\t') AS f
          FROM string_to_table(${lines.join("\n")}, E'\\n') AS line OFFSET 0) AS told
    ON CONFLICT ("telcoId", "sameAs") DO NOTHING`;
}
