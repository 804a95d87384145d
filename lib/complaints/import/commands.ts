import "server-only";

import { createHash } from "node:crypto";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { FILE_LIMIT, formatSize, safeFileName } from "@/lib/files/rules";
import { now } from "@/lib/time";
import { canImportComplaints } from "../policy";
import { reachComplaintsOf } from "../reach/queries";
import { findPart } from "../standing/queries";
import { isEmptyRow, packedRows, packer, textOf } from "./packing/rules";
import { findColumnTitles } from "./queries";
import { cleanCell, csvReader } from "./reading/rules";
import { guessColumns, missingColumns, rowReader } from "./rules";
import {
  type Columns,
  importFields,
  type MatchColumns,
  type OfImport,
  ROWS_LIMIT,
  type Titles,
  type UploadImport,
} from "./schema";

const NOT_FOUND = "Không tìm thấy lần nhập này.";

/** Keeps the file sealed, with its columns matched as this telco matched them last. */
export async function uploadImport(actor: Actor, { importId: id, file }: UploadImport) {
  refuseUnless(canImportComplaints(await findPart(actor)), "Chỉ nhà mạng nhập phản ánh từ tệp.");
  const name = safeFileName(file.name);
  if (file.size === 0) throw new Refusal("invalid", `Tệp “${name}” trống.`);
  if (file.size > FILE_LIMIT) {
    throw new Refusal("invalid", `Tệp “${name}” ${formatSize(file.size)}, vượt giới hạn 20 MB.`);
  }
  const known = await findColumnTitles(actor);
  const [sha256, read] = await Promise.all([hashOf(file), readAndSeal(id, file, known)]);
  return inTransaction(async (tx) => {
    await reachComplaintsOf(tx, actor.unitId);
    const { count } = await tx.complaintImport.createMany({
      data: {
        id,
        telcoId: actor.unitId,
        name,
        sha256,
        ...read,
        uploadedAt: now(),
        uploadedById: actor.userId,
        uploadedBy: actor.fullName,
      },
      skipDuplicates: true,
    });
    if (count === 0) {
      const own = await tx.complaintImport.count({ where: { id, telcoId: actor.unitId } });
      if (own === 0) throw new Refusal("not-found", NOT_FOUND);
      return { id };
    }
    await recordAudit(tx, actor, {
      action: "complaint-import.upload",
      subject: { type: "complaint-import", id },
      after: { name, sha256, total: read.total },
      details: { name, rows: read.total },
    });
    return { id };
  });
}

/** The person puts right what was guessed; the rows are checked anew. */
export async function matchColumns(actor: Actor, input: MatchColumns) {
  const { importId: id, ...chosen } = input;
  const columns: Columns = {};
  for (const field of importFields) {
    const index = chosen[field];
    if (index !== undefined) columns[field] = index;
  }
  if (new Set(Object.values(columns)).size < Object.values(columns).length) {
    throw new Refusal("invalid", "Một cột chỉ dùng cho một mục.");
  }
  await inTransaction(async (tx) => {
    const held = await holdImport(tx, actor, { importId: id });
    if (held.state !== "uploaded" || !held.sealed)
      throw new Refusal("conflict", "Tệp này đã nhập rồi.");
    const { header, bad } = await checkAnew(id, held.sealed, columns);
    await tx.complaintImport.update({
      where: { id },
      data: { columns, bad },
      select: { id: true },
    });
    await rememberTitles(tx, actor, header, columns);
  });
}

/** Marks it as being taken in; `runImport` does it, now or when another process finds it left. */
export async function takeImport(actor: Actor, { importId: id }: OfImport) {
  await inTransaction(async (tx) => {
    const held = await holdImport(tx, actor, { importId: id });
    if (held.state !== "uploaded") throw new Refusal("conflict", "Tệp này đã nhập hoặc đang nhập.");
    const missing = missingColumns(held.columns as Columns);
    if (missing.length > 0) throw new Refusal("invalid", `Chưa chọn cột: ${missing.join(", ")}.`);
    if (held.bad >= held.total) throw new Refusal("invalid", "Không có dòng nào đúng để nhập.");
    await tx.complaintImport.update({
      where: { id },
      data: { state: "running", read: 0, beatAt: now() },
      select: { id: true },
    });
  });
}

/** Takes the batch away again, while nobody has worked on any of it. */
export async function undoImport(actor: Actor, { importId: id }: OfImport) {
  await inTransaction(async (tx) => {
    const held = await holdImport(tx, actor, { importId: id });
    if (held.state !== "done") throw new Refusal("conflict", "Lần nhập này không hoàn tác được.");
    const removed = await tx.$executeRaw`
      DELETE FROM "Complaint" WHERE "importId" = ${id}::uuid AND version = 1 AND "routedFromId" IS NULL`;
    if (removed !== held.taken) {
      throw new Refusal(
        "conflict",
        `Đã có ${held.taken - removed} phản ánh của lần nhập này được xử lý, nên không hoàn tác nữa.`,
      );
    }
    await tx.complaintImport.update({
      where: { id },
      data: { state: "undone", undoneAt: now(), sealed: null },
      select: { id: true },
    });
    await recordAudit(tx, actor, {
      action: "complaint-import.undo",
      subject: { type: "complaint-import", id },
      details: { name: held.name, complaints: removed },
    });
  });
}

/** A file that is not taken in after all, and its bytes with it. */
export async function discardImport(actor: Actor, { importId: id }: OfImport) {
  await inTransaction(async (tx) => {
    const held = await holdImport(tx, actor, { importId: id });
    if (held.state !== "uploaded" && held.state !== "failed") {
      throw new Refusal("conflict", "Tệp này đã nhập, chỉ có thể hoàn tác.");
    }
    await tx.complaintImport.delete({ where: { id }, select: { id: true } });
    await recordAudit(tx, actor, {
      action: "complaint-import.discard",
      subject: { type: "complaint-import", id },
      details: { name: held.name },
    });
  });
}

async function holdImport(tx: Transaction, actor: Actor, { importId: id }: OfImport) {
  await reachComplaintsOf(tx, actor.unitId);
  await tx.$queryRaw`SELECT 1 FROM "ComplaintImport" WHERE id = ${id}::uuid FOR UPDATE`;
  const found = await tx.complaintImport.findFirst({ where: { id, telcoId: actor.unitId } });
  if (!found || !canImportComplaints(await findPart(actor, tx))) {
    throw new Refusal("not-found", NOT_FOUND);
  }
  return found;
}

async function rememberTitles(tx: Transaction, actor: Actor, header: string[], columns: Columns) {
  const titles = Object.fromEntries(
    Object.entries(columns).map(([field, index]) => [field, cleanCell(header[index])]),
  );
  await tx.complaintColumns.upsert({
    where: { telcoId: actor.unitId },
    create: { telcoId: actor.unitId, titles },
    update: { titles },
  });
}

async function hashOf(file: File) {
  const hash = createHash("sha256");
  for await (const bytes of file.stream() as unknown as AsyncIterable<Uint8Array>)
    hash.update(bytes);
  return hash.digest("hex");
}

/** In one pass and piece by piece: packed, its columns guessed, its rows counted and checked. */
async function readAndSeal(id: string, file: File, known: Titles) {
  const pack = packer(id);
  const reader = csvReader();
  const count = rowCounter((header) => guessColumns(header, known));
  for await (const text of textOf(file)) {
    await pack.write(text);
    count.add(reader.push(text));
  }
  count.add(reader.end());
  const { total, bad, columns } = count;
  if (total < 1) throw new Refusal("invalid", "Tệp chỉ có dòng tiêu đề hoặc trống.");
  return { total, bad, columns, sealed: await pack.seal() };
}

async function checkAnew(id: string, sealed: Uint8Array, columns: Columns) {
  const count = rowCounter(() => columns);
  for await (const rows of packedRows(id, sealed)) count.add(rows);
  return count;
}

/** The first row tells which column is what; of all others the wrong ones are counted. */
function rowCounter(columnsOf: (header: string[]) => Columns) {
  let read: ReturnType<typeof rowReader> | null = null;
  return {
    total: 0,
    bad: 0,
    header: [] as string[],
    columns: {} as Columns,
    add(rows: string[][]) {
      for (const cells of rows) {
        if (!read) {
          this.header = cells.map(cleanCell);
          this.columns = columnsOf(this.header);
          read = rowReader(this.columns, now());
        } else if (!isEmptyRow(cells)) {
          this.total += 1;
          if (typeof read(cells) === "string") this.bad += 1;
        }
      }
      if (this.total > ROWS_LIMIT) {
        throw new Refusal(
          "invalid",
          `Tệp có hơn ${ROWS_LIMIT.toLocaleString("vi-VN")} dòng. Chia thành nhiều tệp rồi tải từng tệp.`,
        );
      }
    },
  };
}
