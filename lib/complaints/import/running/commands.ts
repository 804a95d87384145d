import "server-only";

import { randomBytes } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { findKeyOf, sealField } from "@/lib/auth/field-cipher";
import { db, inLongTransaction, inTransaction, type Transaction } from "@/lib/db";
import { CopyWriter, copyRows } from "@/lib/db/copy";
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

/** Reads and seals the next rows while the database takes in those before. */
async function writeRows(tx: Transaction, actor: Actor, job: Job) {
  const at = now();
  const write = rowWriter(job, at, (await loadComplaintSetting(tx)).dueHours);
  const rest = packer(job.id);
  const count: Count = { seen: 0, bad: 0, taken: 0 };
  const known = new Set<string>();
  const pieces = async function* () {
    for await (const chunk of readChunks(job, at, rest, count)) {
      for (const row of await leaveOutKnown(actor, job.telcoId, chunk, known)) {
        write.row(row, job.number - job.total + ++count.taken);
        const piece = write.full();
        if (!piece) continue;
        yield piece;
        // Sealing takes its time: what is being sent, and whoever else waits, goes on meanwhile.
        await setImmediate();
      }
      await beat(actor, job.id, count.seen);
    }
    yield write.rest();
  };
  // PostgreSQL lets no role that a policy holds COPY into the table itself; from beside it, it is one INSERT.
  await tx.$executeRaw`CREATE TEMP TABLE arriving (LIKE "Complaint" INCLUDING DEFAULTS) ON COMMIT DROP`;
  await copyRows(tx, INTO, pieces());
  await tx.$executeRaw`INSERT INTO "Complaint" SELECT * FROM arriving`;
  const { bad, taken } = count;
  return { taken, bad, rest: bad > 0 ? await rest.seal() : null };
}

type Count = { seen: number; bad: number; taken: number };
type Told = { row: ReadRow; same: string };

/** The right rows some at a time, in the order they were received: so an index is written at one end. */
async function* readChunks(
  { columns, file }: Job,
  at: Date,
  rest: ReturnType<typeof packer>,
  count: Count,
) {
  const read = rowReader(columns, at);
  let chunk: Told[] = [];
  let first = true;
  const whole = () => chunk.sort((a, b) => a.row.receivedAt.getTime() - b.row.receivedAt.getTime());
  for await (const rows of file) {
    for (const cells of rows) {
      const header = first;
      first = false;
      if (!header && isEmptyRow(cells)) continue;
      const row = header ? PROBLEM_TITLE : read(cells);
      if (!header) count.seen += 1;
      if (typeof row !== "string") {
        chunk.push({ row, same: row.ownId ? `x:${row.ownId}` : sameness(row) });
      } else {
        await rest.writeRow([...cells, row]);
        if (!header) count.bad += 1;
      }
      if (chunk.length < CHUNK) continue;
      yield whole();
      chunk = [];
    }
  }
  yield whole();
}

/** What the telco has sent before, in this file or another, is not taken in again. */
async function leaveOutKnown(_actor: Actor, telcoId: string, chunk: Told[], known: Set<string>) {
  // Apart from the transaction, whose connection is taking rows in: files come one after the other.
  const told = chunk.map(({ same }) => same).join("\n");
  const before = await inTransaction(async (tx) => {
    await reachComplaintsOf(tx, telcoId);
    return tx.$queryRaw<{ same: string }[]>`
      SELECT c."sameAs" AS same FROM string_to_table(${told}, E'\n') AS told(same)
      JOIN "Complaint" c ON c."telcoId" = ${telcoId}::uuid AND c."sameAs" = told.same`;
  });
  for (const { same } of before) known.add(same);
  return chunk.filter(({ same }) => !known.has(same) && known.add(same));
}

/** On a connection of its own: the transaction of the rows shows nothing before its end. */
const beat = (_actor: Actor, id: string, read: number) =>
  db.complaintImport.updateMany({ where: { id, state: "running" }, data: { read, beatAt: now() } });

const INTO = `arriving ("telcoId", "enteredByUnitId", "enteredById", "enteredBy", "importId", year, "enteredAt",
  id, number, "sameAs", channel, kind, "sourceText", "sourceKind", "sourceValue", content, "receivedAt",
  "dueAt", state, "verifyingAt", "closedAt", "closedBy", "stateReason", complainant, "complainantKey")`;
const FIELDS = 25;

/** In the order of `INTO`; what is alike in every row comes first. */
function rowWriter(job: Job, at: Date, dueHours: number) {
  const writer = new CopyWriter();
  const alike = new CopyWriter()
    .uuid(job.telcoId)
    .uuid(job.telcoId)
    .uuid(job.uploadedById)
    .text(job.uploadedBy)
    .uuid(job.id)
    .int(job.year)
    .moment(at)
    .take();
  let random = "";
  let used = 0;
  const fresh = () => {
    if (used === random.length) {
      random = randomBytes(8 * 512).toString("hex");
      used = 0;
    }
    used += 16;
    return random.slice(used - 16, used);
  };

  const row = ({ row, same }: Told, number: number) => {
    const { receivedAt, closedAt, source, who, state } = row;
    const id = timedId(at, fresh(), number);
    const named = !isAnonymous(who);
    const phone = named ? readPhone(who.phone) : null;
    writer
      .row(FIELDS)
      .ready(alike)
      .uuid(id)
      .int(number)
      .text(same)
      .text(row.channel)
      .text(row.kind)
      .text(row.sourceText)
      .text(source?.kind ?? null)
      .text(source?.value ?? null)
      .text(row.content)
      .moment(receivedAt)
      .moment(dueAfter(receivedAt, dueHours))
      .text(state)
      .moment(state === "new" ? null : (closedAt ?? at))
      .moment(closedAt)
      .text(closedAt ? job.uploadedBy : "")
      .text(row.reason)
      .text(named ? sealField(id, JSON.stringify(who)) : null)
      .text(phone ? findKeyOf(phone) : null);
  };
  return { row, full: writer.takeFull, rest: () => writer.take() };
}
