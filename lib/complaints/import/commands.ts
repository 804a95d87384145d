import "server-only";

import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { openFile, sealFile } from "@/lib/auth/field-cipher";
import { inTransaction, type Transaction } from "@/lib/db";
import { readTable } from "@/lib/documents/table";
import { Refusal, refuseUnless } from "@/lib/errors";
import { FILE_LIMIT, formatSize, safeFileName } from "@/lib/files/rules";
import { decodeText } from "@/lib/organization/import/rules";
import { now } from "@/lib/time";
import { canImportComplaints } from "../policy";
import { findPart } from "../standing/queries";
import { cleanCell, readCsv, writeCsv } from "./reading/rules";
import { guessColumns, missingColumns, rowReader } from "./rules";
import {
  type Columns,
  importFields,
  type MatchColumns,
  type OfImport,
  ROWS_LIMIT,
  titlesSchema,
  type UploadImport,
} from "./schema";

/** Keeps the file sealed, with its columns matched as this telco matched them last. */
export async function uploadImport(actor: Actor, { importId: id, file }: UploadImport) {
  refuseUnless(canImportComplaints(await findPart(actor)), "Chỉ nhà mạng nhập phản ánh từ tệp.");
  const name = safeFileName(file.name);
  if (file.size === 0) throw new Refusal("invalid", `Tệp “${name}” trống.`);
  if (file.size > FILE_LIMIT) {
    throw new Refusal("invalid", `Tệp “${name}” ${formatSize(file.size)}, vượt giới hạn 20 MB.`);
  }
  const bytes = Buffer.from(await file.arrayBuffer());
  const { text, header, total } = await readFile(bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return inTransaction(async (tx) => {
    const twice = await tx.complaintImport.findFirst({ where: { id, telcoId: actor.unitId } });
    if (twice) return { id };
    const known = await tx.complaintColumns.findUnique({ where: { telcoId: actor.unitId } });
    const columns = guessColumns(header, titlesSchema.parse(known?.titles ?? {}));
    await tx.complaintImport.create({
      data: {
        id,
        telcoId: actor.unitId,
        name,
        sha256,
        sealed: sealText(id, text),
        uploadedAt: now(),
        uploadedById: actor.userId,
        uploadedBy: actor.fullName,
        columns,
        total,
        bad: countBad(text, columns),
      },
      select: { id: true },
    });
    await recordAudit(tx, actor, {
      action: "complaint-import.upload",
      subject: { type: "complaint-import", id },
      after: { name, sha256, total },
      details: { name, rows: total },
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
    const text = openText(id, held.sealed);
    await tx.complaintImport.update({
      where: { id },
      data: { columns, bad: countBad(text, columns) },
      select: { id: true },
    });
    await rememberTitles(tx, actor, text, columns);
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
  await tx.$queryRaw`SELECT 1 FROM "ComplaintImport" WHERE id = ${id}::uuid FOR UPDATE`;
  const found = await tx.complaintImport.findFirst({ where: { id, telcoId: actor.unitId } });
  if (!found || !canImportComplaints(await findPart(actor, tx))) {
    throw new Refusal("not-found", "Không tìm thấy lần nhập này.");
  }
  return found;
}

async function rememberTitles(tx: Transaction, actor: Actor, text: string, columns: Columns) {
  const [header = []] = readCsv(text);
  const titles = Object.fromEntries(
    Object.entries(columns).map(([field, index]) => [field, cleanCell(header[index])]),
  );
  await tx.complaintColumns.upsert({
    where: { telcoId: actor.unitId },
    create: { telcoId: actor.unitId, titles },
    update: { titles },
  });
}

/** As text, whatever it came as: one reader for what follows. */
async function readFile(bytes: Buffer) {
  const workbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const text = workbook
    ? writeCsv((await readTable(bytes)).map(({ cells }) => cells))
    : decodeText(bytes)?.normalize("NFC");
  if (!text || text.includes("\u0000")) {
    throw new Refusal("invalid", "Tệp không phải Excel (.xlsx) hay CSV UTF-8.");
  }
  let total = -1;
  let header: string[] = [];
  for (const cells of readCsv(text)) {
    if (total < 0) header = cells.map(cleanCell);
    if (total < 0 || cells.some((cell) => cell !== "")) total += 1;
  }
  if (total < 1) throw new Refusal("invalid", "Tệp chỉ có dòng tiêu đề hoặc trống.");
  if (total > ROWS_LIMIT) {
    throw new Refusal("invalid", `Tệp có ${total} dòng; mỗi lần nhiều nhất ${ROWS_LIMIT} dòng.`);
  }
  return { text, header, total };
}

function countBad(text: string, columns: Columns) {
  const read = rowReader(columns, now());
  let bad = -1;
  for (const cells of readCsv(text)) {
    if (bad < 0) bad = 0;
    else if (cells.some((cell) => cell !== "") && typeof read(cells) === "string") bad += 1;
  }
  return Math.max(bad, 0);
}

const sealText = (id: string, text: string) =>
  new Uint8Array(sealFile(id, gzipSync(text, { level: 1 })));

const openText = (id: string, sealed: Uint8Array) =>
  gunzipSync(openFile(id, Buffer.from(sealed))).toString();
