import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { kindLabels, severityLabels, stateLabels } from "@/lib/incidents/labels";
import { isOpen, isRestricted } from "@/lib/incidents/rules";
import { canReadSyntheses } from "../../policy";
import type { Reading, Scope } from "../schema";

const MOST = 5_000;

/**
 * Real cases reported within the time, a case a row. Of one that few may see there stands no more
 * than that it was: the report goes to people who may not open it.
 */
export async function readIncidents(actor: Actor, { from, to }: Scope): Promise<Reading> {
  if (!canReadSyntheses(actor)) return { why: "không thuộc quyền xem" };
  const cases = await db.incident.findMany({
    where: {
      drillId: null,
      state: { notIn: ["rejected", "merged"] },
      reportedAt: { gte: from, lt: to },
    },
    select: {
      id: true,
      year: true,
      number: true,
      kind: true,
      severity: true,
      state: true,
      tlp: true,
      unit: { select: { name: true, kind: { select: { label: true } } } },
    },
    orderBy: [{ reportedAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return {
    rows: cases.map((one) => {
      const code = `SC-${one.year}-${String(one.number).padStart(4, "0")}`;
      const hidden = isRestricted(one);
      return {
        name: hidden ? `${code}: hạn chế chia sẻ` : `${code}: ${one.unit.name}`,
        group: hidden ? "Hạn chế chia sẻ" : one.unit.kind.label,
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
