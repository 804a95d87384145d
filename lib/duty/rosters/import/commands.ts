import "server-only";

import readSheets from "read-excel-file/node";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { vetZip } from "@/lib/documents/extraction/zip/rules";
import { Refusal, refuseUnless } from "@/lib/errors";
import { decodeText } from "@/lib/organization/import/rules";
import { foldVietnamese } from "@/lib/text";
import { now } from "@/lib/time";
import { holdRoster } from "../editions/commands";
import { refuseStale } from "../editions/rules";
import { refuseOverlap } from "../planning/commands";
import { canPlanRoster } from "../policy";
import { cellText, type ImportLine, readCsvRows, readRosterRows } from "./rules";
import type { ImportRoster } from "./schema";

const SHOWN = 15;

/**
 * Reads a roster from .xlsx or .csv into a draft, all of it or nothing. Who is not on the unit's list
 * yet is put there, without an account.
 */
export async function importRoster(actor: Actor, { rosterId, version, file }: ImportRoster) {
  const cells = await readCells(file);
  return refuseOverlap(() =>
    inTransaction(async (tx) => {
      const roster = await holdRoster(tx, actor, rosterId);
      refuseUnless(canPlanRoster(actor, roster), "Chỉ nhập được vào dự thảo của đơn vị mình.");
      refuseStale(roster, version);
      const { lines, errors } = readRosterRows(cells, roster);
      if (errors.length > 0) refuseRows(errors);
      if (lines.length === 0) throw new Refusal("invalid", "Tệp không có ca trực nào.");

      const { people, added } = await findPeople(tx, roster.unitId, lines);
      await tx.shift.createMany({
        data: lines.map(({ startsAt, endsAt, post, name }) => ({
          rosterId,
          unitId: roster.unitId,
          personId: people.get(foldVietnamese(name)) ?? "",
          post,
          startsAt,
          endsAt,
        })),
      });
      await tx.roster.update({ where: { id: rosterId }, data: { version: { increment: 1 } } });
      await recordAudit(tx, actor, {
        action: "roster.import",
        subject: { type: "roster", id: rosterId },
        after: lines,
        details: { shifts: lines.length, created: added },
      });
      return { shifts: lines.length, added };
    }),
  );
}

async function readCells(file: File): Promise<string[][]> {
  const bytes = await file.bytes();
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) {
    const text = decodeText(bytes);
    const rows = text === null || text.includes("\u0000") ? null : readCsvRows(text);
    if (!rows) throw new Refusal("invalid", "Tệp không phải .xlsx hay .csv đọc được.");
    return rows.map((row) => row.map(cellText));
  }
  await vetZip(bytes);
  const sheets = await readSheets(Buffer.from(bytes)).catch(() => null);
  const rows = sheets?.[0]?.data;
  if (!rows) throw new Refusal("invalid", "Tệp Excel bị hỏng hoặc không có trang tính nào.");
  return rows.map((row) => row.map(cellText));
}

function refuseRows(errors: { row: number; message: string }[]): never {
  const told = errors.slice(0, SHOWN).map(({ row, message }) => `Dòng ${row}: ${message}`);
  const more = errors.length > SHOWN ? [`… và ${errors.length - SHOWN} lỗi nữa.`] : [];
  throw new Refusal(
    "invalid",
    [`Tệp có ${errors.length} lỗi, chưa nhập ca nào.`, ...told, ...more].join("\n"),
  );
}

/** People of the list by their folded names, new ones added. */
async function findPeople(tx: Transaction, unitId: string, lines: ImportLine[]) {
  const known = await tx.dutyPerson.findMany({
    where: { unitId, removedAt: null },
    select: { id: true, name: true },
  });
  const people = new Map(known.map(({ id, name }) => [foldVietnamese(name), id]));
  const missing = new Map(
    lines
      .filter(({ name }) => !people.has(foldVietnamese(name)))
      .map((line) => [foldVietnamese(line.name), line]),
  );
  const created = await tx.dutyPerson.createManyAndReturn({
    data: [...missing].map(([folded, { name, title, phone }]) => ({
      unitId,
      name,
      title,
      phone,
      posts: [
        ...new Set(
          lines.filter((line) => foldVietnamese(line.name) === folded).map(({ post }) => post),
        ),
      ],
      createdAt: now(),
    })),
    select: { id: true, name: true },
  });
  for (const { id, name } of created) people.set(foldVietnamese(name), id);
  return { people, added: created.length };
}
