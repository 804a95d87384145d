import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { now } from "@/lib/time";
import { canImportComplaints } from "../policy";
import { readComplaints } from "../reach/queries";
import { maskName, maskNumber } from "../rules";
import { findPart } from "../standing/queries";
import { isEmptyRow, packedRows, packedText } from "./packing/rules";
import { cleanCell, PROBLEM_TITLE, writeCsvRow } from "./reading/rules";
import { missingColumns, type ReadRow, rowReader } from "./rules";
import { type Columns, columnsSchema, titlesSchema } from "./schema";

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
  const part = await findPart(actor);
  if (!canImportComplaints(part)) return [];
  return readComplaints(actor, part, (tx) =>
    tx.complaintImport.findMany({
      where: { telcoId: actor.unitId },
      select: facts,
      orderBy: [{ uploadedAt: "desc" }, { id: "desc" }],
      take: 30,
    }),
  );
}

export type ImportRow = Awaited<ReturnType<typeof listImports>>[number];

/** How the telco's own files name their columns, as it was matched last. */
export async function findColumnTitles(actor: Actor) {
  const known = await db.complaintColumns.findUnique({ where: { telcoId: actor.unitId } });
  return titlesSchema.parse(known?.titles ?? {});
}

/** One file with its columns, some rows as they are read, and what is wrong; null when another's. */
export async function findImport(actor: Actor, id: string) {
  const part = await findPart(actor);
  if (!canImportComplaints(part)) return null;
  const found = await readComplaints(actor, part, (tx) =>
    tx.complaintImport.findFirst({
      where: { id, telcoId: actor.unitId },
      select: { ...facts, columns: true, sealed: true },
    }),
  );
  if (!found) return null;
  const { sealed, ...rest } = found;
  const columns = columnsSchema.parse(found.columns);
  // Of a batch that is in, the rows to mend are all that is left of the file.
  const waiting = found.state === "uploaded" && sealed;
  const { header, rows, errors } = waiting
    ? await check(packedRows(id, sealed), columns)
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
  const part = await findPart(actor);
  if (!canImportComplaints(part)) return null;
  const found = await readComplaints(actor, part, (tx) =>
    tx.complaintImport.findFirst({
      where: { id, telcoId: actor.unitId, bad: { gt: 0 } },
      select: { name: true, state: true, sealed: true, columns: true },
    }),
  );
  if (!found?.sealed) return null;
  const name = found.name;
  const csv: string[] = [];
  if (found.state === "done") {
    for await (const text of packedText(id, found.sealed)) csv.push(text);
    return { name, csv: `\ufeff${csv.join("")}` };
  }
  const read = rowReader(columnsSchema.parse(found.columns), now());
  for await (const rows of packedRows(id, found.sealed)) {
    for (const cells of rows) {
      const problem = csv.length === 0 ? PROBLEM_TITLE : isEmptyRow(cells) ? "" : read(cells);
      if (typeof problem === "string" && problem) csv.push(writeCsvRow([...cells, problem]));
    }
  }
  return { name, csv: `\ufeff${csv.join("")}` };
}

async function check(file: AsyncIterable<string[][]>, columns: Columns) {
  const read = rowReader(columns, now());
  let header: string[] = [];
  const rows: ReturnType<typeof shown>[] = [];
  const errors: { line: number; problem: string }[] = [];
  let line = 0;
  for await (const some of file) {
    for (const cells of some) {
      line += 1;
      if (line === 1) {
        header = cells.map(cleanCell);
        continue;
      }
      if (isEmptyRow(cells)) continue;
      const row = read(cells);
      if (typeof row === "string") {
        if (errors.length < ERRORS) errors.push({ line, problem: row });
      } else if (rows.length < SHOWN) rows.push(shown(row, line));
    }
    if (rows.length >= SHOWN && errors.length >= ERRORS) break;
  }
  return { header, rows, errors };
}

/** A look at a file is no reason to read who complained. */
const shown = ({ who, ...row }: ReadRow, line: number) => ({
  ...row,
  line,
  who: [maskName(who.name), who.phone && maskNumber(who.phone)].filter(Boolean).join(" · "),
});
