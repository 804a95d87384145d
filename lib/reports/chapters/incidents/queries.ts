import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { kindLabels, severityLabels, stateLabels } from "@/lib/incidents/labels";
import { isOpen, isRestricted } from "@/lib/incidents/rules";
import type { IncidentKind, IncidentState, Severity, Tlp } from "@/lib/incidents/schema";
import { canReadSyntheses } from "../../policy";
import type { Reading, Scope } from "../schema";

const MOST = 5_000;

type Case = {
  id: string;
  year: number;
  number: number;
  kind: IncidentKind;
  severity: Severity;
  state: IncidentState;
  tlp: Tlp;
  unitName: string;
  unitKind: string;
};

/**
 * Real cases reported within the time, a case a row. Of one that few may see there stands no more
 * than that it was: the report goes to people who may not open it.
 */
export async function readIncidents(actor: Actor, { from, to }: Scope): Promise<Reading> {
  if (!canReadSyntheses(actor)) return { why: "không thuộc quyền xem" };
  const cases = await db.$queryRaw<Case[]>`
    SELECT i.id, i.year, i.number, i.kind::text, i.severity::text, i.state::text, i.tlp::text,
      u.name AS "unitName", k.label AS "unitKind"
    FROM "IncidentFact" i JOIN "Unit" u ON u.id = i."unitId" JOIN "UnitKind" k ON k.code = u."kindCode"
    WHERE i."drillId" IS NULL AND i.state NOT IN ('rejected', 'merged')
      AND i."reportedAt" >= ${from}::timestamptz AND i."reportedAt" < ${to}::timestamptz
    ORDER BY i."reportedAt", i.id LIMIT ${MOST}`;
  return {
    rows: cases.map((one) => {
      const code = `SC-${one.year}-${String(one.number).padStart(4, "0")}`;
      const hidden = isRestricted(one);
      return {
        name: hidden ? `${code}: hạn chế chia sẻ` : `${code}: ${one.unitName}`,
        group: hidden ? "Hạn chế chia sẻ" : one.unitKind,
        place: { kind: "incident", params: { id: one.id } },
        cells: {
          kind: kindLabels[one.kind],
          severity: severityLabels[one.severity].text,
          state: stateLabels[one.state].text,
          encryption: Number(one.kind === "data_encryption"),
          defacement: Number(one.kind === "defacement"),
          closed: Number(!isOpen(one)),
          open: Number(isOpen(one)),
        },
      };
    }),
  };
}
