import "server-only";

import { randomBytes } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { findKeyOf, sealField } from "@/lib/auth/field-cipher";
import { inLongTransaction, inTransaction, type Transaction } from "@/lib/db";
import { CopyWriter, copyRows } from "@/lib/db/copy";
import { Refusal } from "@/lib/errors";
import { now } from "@/lib/time";
import { nextCode } from "../../commands";
import { isAnonymous } from "../../complainants/rules";
import { sameness } from "../../complainants/sameness/rules";
import { overAllComplaints, reachComplaintsOf } from "../../reach/queries";
import { dueAfter, timedId } from "../../rules";
import { loadComplaintSetting } from "../../settings/queries";
import { readPhone } from "../../sources/rules";
import { isEmptyRow, packedRows, packer } from "../packing/rules";
import { PROBLEM_TITLE } from "../reading/rules";
import { type ReadRow, rowReader } from "../rules";
import { type Columns, columnsSchema } from "../schema";

/** What a temporary table keeps in memory. */
const AT_ONCE = 5_000;
/** A run whose process ended is taken over by the next minute. */
const LEFT_AFTER_MS = 120_000;
const AT_A_TICK = 5;

/** Takes in every right row of the file at once, or none; how far it is can be read meanwhile. */
export async function runImport(actor: Actor, id: string) {
  const job = await overAllComplaints((tx) =>
    tx.complaintImport.findFirst({ where: { id, state: "running" } }),
  );
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
    const problem = "Chưa nhập được dòng nào. Thử lại, nếu vẫn vậy thì báo người quản trị.";
    await overAllComplaints((tx) =>
      tx.complaintImport.updateMany({
        where: { id, state: "running" },
        data: { state: "failed", problem },
      }),
    );
    throw error;
  }
}

/** Runs that were left by a process that ended; each is claimed only when its turn has come. */
export async function resumeImports(actor: Actor) {
  for (let turn = 0; turn < AT_A_TICK; turn++) {
    const id = await claimLeft();
    if (!id) return;
    await runImport(actor, id);
  }
}

async function claimLeft() {
  const before = new Date(now().getTime() - LEFT_AFTER_MS);
  const [claimed] = await overAllComplaints(
    (tx) => tx.$queryRaw<{ id: string }[]>`
      UPDATE "ComplaintImport" SET "beatAt" = ${now()}::timestamptz
      WHERE id = (SELECT id FROM "ComplaintImport"
                  WHERE state = 'running' AND "beatAt" < ${before}::timestamptz
                  ORDER BY "beatAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id`,
  );
  return claimed?.id;
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
  const read = rowReader(job.columns, at);
  const write = rowWriter(job, at, (await loadComplaintSetting(tx)).dueHours);
  const rest = packer(job.id);
  const count = { seen: 0, bad: 0 };
  // PostgreSQL lets no role that a policy holds COPY into the table itself; from beside it, it is one INSERT.
  await tx.$executeRaw`CREATE TEMP TABLE arriving (LIKE "Complaint" INCLUDING DEFAULTS) ON COMMIT DROP`;
  let taken = Promise.resolve(0);
  const handOver = async () => {
    const before = await taken;
    taken = takeIn(tx, write.take()).then((more) => before + more);
    // Told to whoever waits for it next.
    taken.catch(() => undefined);
    await beat(actor, job.id, count.seen);
  };
  try {
    let header = true;
    for await (const rows of job.file) {
      for (const cells of rows) {
        const row = header ? PROBLEM_TITLE : isEmptyRow(cells) ? null : read(cells);
        if (row === null) continue;
        if (typeof row === "string") {
          await rest.writeRow([...cells, row]);
          if (!header) count.bad += 1;
        } else write.row(row, job.number - job.total + 1 + count.seen);
        if (!header) count.seen += 1;
        header = false;
        if (count.seen % AT_ONCE === 0 && count.seen > 0) await handOver();
      }
      // Sealing takes its time: what is being sent, and whoever else waits, goes on meanwhile.
      await setImmediate();
    }
    await handOver();
  } finally {
    // Whatever went wrong here: the connection is free for what follows only then.
    await taken;
  }
  const { bad } = count;
  return { taken: await taken, bad, rest: bad > 0 ? await rest.seal() : null };
}

/** What the telco has sent before, in this file or another, is not taken in again. */
async function takeIn(tx: Transaction, pieces: Buffer[]) {
  await copyRows(tx, INTO, pieces);
  // In the order they were received: so an index is written at one end.
  const taken = await tx.$executeRaw`
    INSERT INTO "Complaint" SELECT * FROM arriving ORDER BY "receivedAt", id
    ON CONFLICT ("telcoId", "sameAs") DO NOTHING`;
  await tx.$executeRaw`TRUNCATE arriving`;
  return taken;
}

/** On a connection of its own: the transaction of the rows shows nothing before its end. */
const beat = (_actor: Actor, id: string, read: number) =>
  overAllComplaints((tx) =>
    tx.complaintImport.updateMany({
      where: { id, state: "running" },
      data: { read, beatAt: now() },
    }),
  );

const INTO = `arriving ("telcoId", "enteredByUnitId", "enteredById", "enteredBy", "importId", year, "enteredAt",
  id, number, "sameAs", channel, kind, "sourceText", "sourceKind", "sourceValue", content, "receivedAt",
  "dueAt", state, "verifyingAt", "closedAt", "closedBy", "stateReason", complainant, "complainantKey")`;
const FIELDS = 25;

/** In the order of `INTO`; what is alike in every row comes first. */
function rowWriter(job: Job, at: Date, dueHours: number) {
  const writer = new CopyWriter();
  const [alike = Buffer.alloc(0)] = new CopyWriter()
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

  const row = (row: ReadRow, number: number) => {
    const { receivedAt, closedAt, source, who, state } = row;
    const id = timedId(at, fresh(), number);
    const named = !isAnonymous(who);
    const phone = named ? readPhone(who.phone) : null;
    writer
      .row(FIELDS)
      .ready(alike)
      .uuid(id)
      .int(number)
      .text(row.ownId ? `x:${row.ownId}` : sameness(row))
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
  return { row, take: writer.take };
}
