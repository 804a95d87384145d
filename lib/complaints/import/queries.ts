import "server-only";

import { gunzipSync } from "node:zlib";
import type { Actor } from "@/lib/auth/actor";
import { openFile } from "@/lib/auth/field-cipher";
import { db } from "@/lib/db";
import { now } from "@/lib/time";
import { canImportComplaints } from "../policy";
import { maskName, maskNumber } from "../rules";
import { findPart } from "../standing/queries";
import { cleanCell, readCsv, writeCsv } from "./reading/rules";
import { missingColumns, type ReadRow, rowReader } from "./rules";
import { columnsSchema } from "./schema";

const SHOWN = 8;
const ERRORS = 40;

const facts = {
  id: true,
  name: true,
  uploadedAt: true,
  uploadedBy: true,
  state: true,
  total: true,
  read: true,
  bad: true,
  doubles: true,
  taken: true,
  problem: true,
  doneAt: true,
  undoneAt: true,
} as const;

/** The telco's own files, newest first. */
export async function listImports(actor: Actor) {
  if (!canImportComplaints(await findPart(actor))) return [];
  return db.complaintImport.findMany({
    where: { telcoId: actor.unitId },
    select: facts,
    orderBy: [{ uploadedAt: "desc" }, { id: "desc" }],
    take: 30,
  });
}

export type ImportRow = Awaited<ReturnType<typeof listImports>>[number];

/** One file with its columns, some rows as they are read, and what is wrong; null when another's. */
export async function findImport(actor: Actor, id: string) {
  if (!canImportComplaints(await findPart(actor))) return null;
  const found = await db.complaintImport.findFirst({
    where: { id, telcoId: actor.unitId },
    select: { ...facts, columns: true, sealed: true },
  });
  if (!found) return null;
  const { sealed, ...rest } = found;
  const columns = columnsSchema.parse(found.columns);
  // Of a batch that is in, the rows to mend are all that is left of the file.
  const waiting = found.state === "uploaded" && sealed;
  const { header, rows, errors } = waiting
    ? check(openRows(id, sealed), columns)
    : { header: [], rows: [], errors: [] };
  return {
    ...rest,
    columns,
    header,
    rows,
    errors,
    missing: missingColumns(columns),
    hasBadFile: sealed !== null && found.bad > 0 && found.state !== "running",
  };
}

export type ImportView = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** The rows to mend, each with what is wrong in a column of its own. */
export async function findBadRows(actor: Actor, id: string) {
  if (!canImportComplaints(await findPart(actor))) return null;
  const found = await db.complaintImport.findFirst({
    where: { id, telcoId: actor.unitId, bad: { gt: 0 } },
    select: { name: true, state: true, sealed: true, columns: true },
  });
  if (!found?.sealed) return null;
  const text = openRows(id, found.sealed);
  if (found.state === "done") return { name: found.name, csv: text };
  const read = rowReader(columnsSchema.parse(found.columns), now());
  const rows: string[][] = [];
  for (const cells of readCsv(text)) {
    if (rows.length === 0) rows.push([...cells, "Lỗi cần sửa"]);
    else if (cells.some((cell) => cell !== "")) {
      const row = read(cells);
      if (typeof row === "string") rows.push([...cells, row]);
    }
  }
  return { name: found.name, csv: writeCsv(rows) };
}

function check(text: string, columns: ReturnType<typeof columnsSchema.parse>) {
  const read = rowReader(columns, now());
  let header: string[] = [];
  const rows: ReturnType<typeof shown>[] = [];
  const errors: { line: number; problem: string }[] = [];
  let line = 0;
  for (const cells of readCsv(text)) {
    line += 1;
    if (line === 1) {
      header = cells.map(cleanCell);
      continue;
    }
    if (!cells.some((cell) => cell !== "")) continue;
    if (rows.length >= SHOWN && errors.length >= ERRORS) break;
    const row = read(cells);
    if (typeof row === "string") {
      if (errors.length < ERRORS) errors.push({ line, problem: row });
    } else if (rows.length < SHOWN) rows.push(shown(row, line));
  }
  return { header, rows, errors };
}

/** A look at a file is no reason to read who complained. */
const shown = ({ who, ...row }: ReadRow, line: number) => ({
  ...row,
  line,
  who: [maskName(who.name), who.phone && maskNumber(who.phone)].filter(Boolean).join(" · "),
});

const openRows = (id: string, sealed: Uint8Array) =>
  gunzipSync(openFile(id, Buffer.from(sealed))).toString();
