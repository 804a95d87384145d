import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import {
  applyReorganisation,
  previewReorganisation,
} from "@/lib/organization/reorganisation/commands";
import { anAdministrator } from "./actors";
import { aDistrict, anIssuedDirective, aPerson, type District } from "./district";

export const DAY = "2025-07-01";
export const administrator = anAdministrator();

/** A file that sends units into others: `[from, [code, name]]`. */
export function aPlan(moves: [from: { code: string; name: string }, into: [string, string]][]) {
  const units = moves.map(([{ code, name }, [successorCode, successorName]]) => ({
    code,
    name,
    successorCode,
    successorName,
  }));
  return JSON.stringify({ effectiveFrom: DAY, title: "Sắp xếp thử", units });
}

/** Looks first and applies then, as a person does. */
export async function applied(text: string, actor: Actor = administrator) {
  const preview = await previewReorganisation(actor, { text, effectiveOn: null });
  if (preview.status !== "planned") throw new Error(JSON.stringify(preview));
  const { planHash } = preview.view;
  const outcome = await applyReorganisation(actor, { text, effectiveOn: null, planHash });
  if (outcome.status !== "applied") throw new Error(JSON.stringify(outcome));
  const ids = await db.reorganisationUnit.findMany({
    where: { reorganisationId: outcome.id },
    select: { successorId: true },
  });
  return { id: outcome.id, view: outcome.view, successorId: ids[0]?.successorId ?? "" };
}

/** A district in the middle of a directive: the first commune at work, the second not yet. */
export async function aDistrictAtWork() {
  const district = await aDistrict();
  const third = await aPerson("unit_lead", district.communes[2], "locality");
  const directive = await anIssuedDirective(district);
  const [first, second] = district.communes;
  const code = randomUUID();
  const merging = aPlan([
    [first, [code, "Xã Hợp Nhất"]],
    [second, [code, "Xã Hợp Nhất"]],
  ]);
  return { ...district, third, directive, merging };
}

/** The person as the next request finds them. */
export async function today(actor: Actor): Promise<Actor> {
  const { unit } = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { unit: { select: { id: true, name: true } } },
  });
  return { ...actor, unitId: unit.id, unitName: unit.name };
}

export const assignmentsOf = (directiveId: string, unitId: string) =>
  db.assignment.findMany({
    where: { directiveId, unitId },
    orderBy: [{ obligation: { position: "asc" } }],
  });

/** Everything that a plan may touch around a district, as the database has it. */
export async function snapshotOf(district: District, directiveId: string) {
  const unitIds = [district.committee, ...district.communes].map(({ id }) => id);
  const byId = { orderBy: { id: "asc" } } as const;
  return {
    units: await db.unit.findMany({ where: { kindCode: district.kindCode }, ...byId }),
    people: await db.user.findMany({ where: { unitId: { in: unitIds } }, ...byId }),
    receipts: await db.directiveReceipt.findMany({
      where: { directiveId },
      orderBy: { unitId: "asc" },
    }),
    assignments: await db.assignment.findMany({ where: { directiveId }, ...byId }),
    reminders: await db.reminder.findMany({ where: { directiveId }, ...byId }),
    notices: await db.notice.findMany({
      where: { unitId: { in: unitIds }, kind: { not: "reorganisation.undone" } },
      ...byId,
    }),
    groups: await db.recipientGroup.findMany({
      where: { kindCodes: { has: district.kindCode } },
      include: { units: { select: { id: true }, orderBy: { id: "asc" } } },
      ...byId,
    }),
    drafts: await db.directive.findMany({
      where: { issuerId: district.committee.id },
      include: { sections: { include: { recipients: byId }, ...byId } },
      ...byId,
    }),
  };
}
