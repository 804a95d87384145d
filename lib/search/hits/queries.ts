import "server-only";

import { type Actor, isUnitMember } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import type { EntryKind } from "../entries/queries";
import {
  type DirectiveFound,
  directiveHit,
  type Hit,
  type ObligationFound,
  obligationHit,
  type ReportFound,
  reportHit,
} from "./rules";

type Asked = { ids: string[]; words: string[]; texts: "titles" | "passages" };

/** What is shown of the entries that were found under the actor's rights, in the same order. */
export async function loadHits(tx: Transaction, actor: Actor, kind: EntryKind, asked: Asked) {
  if (asked.ids.length === 0) return [];
  const hits = await load[kind](tx, actor, asked);
  const byId = new Map(hits.map((hit) => [hit.id, hit]));
  return asked.ids.flatMap((id) => byId.get(id) ?? []);
}

const load: Record<EntryKind, (tx: Transaction, actor: Actor, asked: Asked) => Promise<Hit[]>> = {
  async directive(tx, _actor, { ids, words, texts }) {
    const length = texts === "passages" ? 100_000 : 0;
    const rows = await tx.$queryRaw<DirectiveFound[]>`
      SELECT d.id, d.number, d.symbol, d.state::text AS state, d.subject, d."issuedOn",
             i.name AS "issuerName", left(d."sourceText", ${length}) AS text
      FROM "Directive" d JOIN "Unit" i ON i.id = d."issuerId" WHERE d.id = ANY (${ids}::uuid[])`;
    return rows.map((row) => directiveHit(row, words));
  },

  async obligation(tx, actor, { ids, words }) {
    const own = isUnitMember(actor) ? actor.unitId : null;
    const rows = await tx.$queryRaw<ObligationFound[]>`
      SELECT o.id, d.id AS "directiveId", a.id AS "assignmentId", o.text, s.heading,
             COALESCE(a."dueAt", o."dueAt") AS "dueAt", d.number, d.symbol, d.state::text AS state
      FROM "Obligation" o
        JOIN "DirectiveSection" s ON s.id = o."sectionId"
        JOIN "Directive" d ON d.id = s."directiveId"
        LEFT JOIN "Assignment" a ON a."obligationId" = o.id AND a."unitId" = ${own}::uuid
      WHERE o.id = ANY (${ids}::uuid[])`;
    return rows.map((row) => obligationHit(row, words));
  },

  async report(tx, _actor, { ids, words }) {
    const rows = await tx.$queryRaw<ReportFound[]>`
      SELECT r.id, d.id AS "directiveId", a.id AS "assignmentId", r.kind::text AS kind, r.text,
             o.text AS obligation, u.name AS "unitName", p."fullName" AS author, r."createdAt",
             d.number, d.symbol, d.state::text AS state
      FROM "ProgressReport" r
        JOIN "Assignment" a ON a.id = r."assignmentId" JOIN "Obligation" o ON o.id = a."obligationId"
        JOIN "Directive" d ON d.id = a."directiveId" JOIN "Unit" u ON u.id = a."unitId"
        JOIN "User" p ON p.id = r."createdById"
      WHERE r.id = ANY (${ids}::uuid[])`;
    return rows.map((row) => reportHit(row, words));
  },
};
