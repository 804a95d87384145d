import "server-only";

import { randomUUID } from "node:crypto";
import { digest } from "@/lib/audit/digest";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { refuseUnless } from "@/lib/errors";
import { isoDay, now } from "@/lib/time";
import { holdOrganization } from "../commands";
import { knownKinds } from "../labels";
import { canManageUnits } from "../policy";
import { planImport } from "./plan/rules";
import { readUnitLines } from "./rules";
import type { ImportCounts, ImportOutcome, PlannedUnit, RowError, StoredUnit } from "./schema";

/** Loads units.csv as a whole or not at all; the same file again changes nothing. */
export async function importUnits(actor: Actor, text: string): Promise<ImportOutcome> {
  return attempt(actor, text, async (tx, counts) => {
    await recordAudit(tx, actor, {
      action: "unit.import",
      subject: { type: "unit-file", id: digest(text) },
      details: counts,
    });
  });
}

/** The same work, taken back at its end: what the file would do, and what is wrong with it. */
export async function previewImport(actor: Actor, text: string): Promise<ImportOutcome> {
  return attempt(actor, text, async (_tx, counts) => {
    throw new TakenBack({ status: "done", ...counts });
  });
}

type Finish = (tx: Transaction, counts: ImportCounts) => Promise<void>;

async function attempt(actor: Actor, text: string, finish: Finish): Promise<ImportOutcome> {
  refuseUnless(canManageUnits(actor), "Chỉ người quản trị nhập danh sách đơn vị.");
  const reading = readUnitLines(text);
  const lines = reading.lines.filter(({ code }) => code);
  if (lines.length === 0) return { status: "refused", errors: reading.errors };

  try {
    return await inTransaction(async (tx) => {
      await holdOrganization(tx);
      const given = { stored: await storedUnits(tx), today: isoDay(now()), newId: randomUUID };
      const plan = planImport({ ...given, lines });
      refuse([...reading.errors, ...plan.errors].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)));

      const newKinds = await createMissingKinds(tx, plan.units);
      const written = await writeUnits(tx, plan.units);
      const counts = {
        created: plan.created,
        updated: written - plan.created,
        unchanged: plan.units.length - written,
        newKinds,
      };
      await finish(tx, counts);
      return { status: "done" as const, ...counts };
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.outcome;
    throw error;
  }
}

/** Ends the transaction without a trace of it. */
class TakenBack extends Error {
  constructor(readonly outcome: ImportOutcome) {
    super("taken back");
  }
}

function refuse(errors: RowError[]) {
  if (errors.length > 0) throw new TakenBack({ status: "refused", errors });
}

function storedUnits(tx: Transaction) {
  return tx.$queryRaw<StoredUnit[]>`
    SELECT id::text, code, "parentId"::text, "validFrom"::text, "validTo"::text FROM "Unit"`;
}

/** Kinds are data: one nobody knows comes in under its code, and is told, for a person to name. */
async function createMissingKinds(tx: Transaction, units: PlannedUnit[]) {
  const wanted = [...new Set(units.map(({ kindCode }) => kindCode))];
  const present = await tx.unitKind.findMany({
    where: { code: { in: wanted } },
    select: { code: true },
  });
  const there = new Set(present.map(({ code }) => code));
  const missing = wanted.filter((code) => !there.has(code));
  const known = knownKinds.filter(({ code }) => missing.includes(code));
  const unknown = missing.filter((code) => !known.some((kind) => kind.code === code));
  const unnamed = unknown.map((code) => ({ code, label: code, home: null, rank: 900 }));
  await tx.unitKind.createMany({ data: [...known, ...unnamed] });
  return unknown;
}

/** One statement for any number of units. Says how many rows are new or differ from what was there. */
function writeUnits(tx: Transaction, units: PlannedUnit[]) {
  return tx.$executeRaw`
    INSERT INTO "Unit" AS u (id, code, name, "shortName", aliases, "kindCode", "parentId", phone,
                             "validFrom", "validTo", "successorId")
    SELECT r.id, r.code, r.name, coalesce(r."shortName", old."shortName", left(r.name, 80)),
           coalesce(r.aliases, old.aliases, '{}'), r."kindCode",
           coalesce(r."parentId", old."parentId"), coalesce(r.phone, old.phone), r."validFrom",
           coalesce(r."validTo", old."validTo"), coalesce(r."successorId", old."successorId")
    FROM jsonb_to_recordset(${JSON.stringify(units)}::jsonb) AS r (
      id uuid, code text, name text, "shortName" text, aliases text[], "kindCode" text,
      "parentId" uuid, phone text, "validFrom" date, "validTo" date, "successorId" uuid
    ) LEFT JOIN "Unit" old ON old.id = r.id
    ON CONFLICT (id) DO UPDATE SET
      name = EXCLUDED.name, "shortName" = EXCLUDED."shortName", aliases = EXCLUDED.aliases,
      "kindCode" = EXCLUDED."kindCode", "parentId" = EXCLUDED."parentId", phone = EXCLUDED.phone,
      "validTo" = EXCLUDED."validTo", "successorId" = EXCLUDED."successorId",
      version = u.version + 1
    WHERE (u.name, u."shortName", u.aliases, u."kindCode", u."parentId", u.phone, u."validTo",
           u."successorId")
      IS DISTINCT FROM
          (EXCLUDED.name, EXCLUDED."shortName", EXCLUDED.aliases, EXCLUDED."kindCode",
           EXCLUDED."parentId", EXCLUDED.phone, EXCLUDED."validTo", EXCLUDED."successorId")`;
}
