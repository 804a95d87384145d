import "server-only";

import { randomUUID } from "node:crypto";
import { digest } from "@/lib/audit/digest";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, type Transaction } from "@/lib/db";
import { readTable } from "@/lib/documents/table";
import { Refusal, refuseUnless } from "@/lib/errors";
import { giveLinks } from "@/lib/identity/invitations/commands";
import { roleLabels } from "@/lib/identity/labels";
import { canManagePeople } from "@/lib/identity/policy";
import { holdUnits } from "@/lib/organization/queries";
import { isoDay, now } from "@/lib/time";
import { planPeople, readPeople } from "./rules";
import { type KnownUnit, PEOPLE_FILE_LIMITS, type PeopleImport } from "./schema";

/** Accounts of a whole file with a link each, or none of them. */
export function importPeople(actor: Actor, bytes: Uint8Array): Promise<PeopleImport> {
  return attempt(actor, bytes, "import");
}

/** The same reading, and nothing written. */
export function previewPeople(actor: Actor, bytes: Uint8Array): Promise<PeopleImport> {
  return attempt(actor, bytes, "preview");
}

async function attempt(
  actor: Actor,
  bytes: Uint8Array,
  intent: "preview" | "import",
): Promise<PeopleImport> {
  refuseUnless(canManagePeople(actor), "Chỉ quản trị hệ thống được nhập tài khoản.");
  if (bytes.length > PEOPLE_FILE_LIMITS.bytes) throw new Refusal("invalid", "Tệp lớn hơn 2 MB.");
  const { lines, errors } = readPeople(await readTable(bytes));
  if (lines.length === 0) return { status: "refused", errors };

  return inTransaction(async (tx) => {
    await holdUnits(tx);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('accounts'))`;
    const [units, taken] = await Promise.all([openUnits(tx), takenNames(tx)]);
    const plan = planPeople({ lines, units, taken, newId: randomUUID });
    const faults = [...errors, ...plan.errors].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
    if (faults.length > 0) return { status: "refused", errors: faults };

    const tokens = intent === "import" ? await write(tx, actor, plan.people) : new Map();
    return {
      status: "done",
      people: plan.people.map(({ id, fullName, username, role, unitName }) => ({
        fullName,
        username,
        unitName,
        roleLabel: roleLabels[role],
        token: tokens.get(id) ?? "",
      })),
    };
  });
}

async function write(
  tx: Transaction,
  actor: Actor,
  people: ReturnType<typeof planPeople>["people"],
) {
  const at = now();
  await tx.user.createMany({
    data: people.map(({ unitName: _name, ...person }) => ({ ...person, createdAt: at })),
  });
  const links = await giveLinks(
    tx,
    people.map(({ id }) => id),
  );
  await recordAudit(tx, actor, {
    action: "person.import",
    subject: { type: "people-file", id: digest(people.map(({ username }) => username)) },
    after: people,
    details: { created: people.length, username: people.map(({ username }) => username) },
  });
  return new Map<string, string>(links.map(({ userId, token }) => [userId, token]));
}

function openUnits(tx: Transaction) {
  const today = isoDay(now());
  return tx.$queryRaw<KnownUnit[]>`
    SELECT u.id::text, u.code, u.name, u."shortName", u.aliases, k.home
    FROM "Unit" u JOIN "UnitKind" k ON k.code = u."kindCode"
    WHERE u."validFrom" <= ${today}::date AND (u."validTo" IS NULL OR u."validTo" > ${today}::date)`;
}

async function takenNames(tx: Transaction) {
  const people = await tx.user.findMany({ select: { username: true } });
  return people.map(({ username }) => username);
}
