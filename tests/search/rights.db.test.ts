import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { visibleAssignments } from "@/lib/directives/assignments/policy";
import { closeDirective } from "@/lib/directives/commands";
import { createDraft } from "@/lib/directives/drafts/commands";
import { visibleDirectives } from "@/lib/directives/policy";
import { recallDirective } from "@/lib/directives/recalls/commands";
import { visiblePeople } from "@/lib/identity/policy";
import { search } from "@/lib/search/queries";
import { assignmentRows, directiveRows, personRows } from "@/lib/search/rights/queries";
import { searchFilterSchema } from "@/lib/search/schema";
import { anActor, anAdministrator } from "@/tests/support/actors";
import { aDistrict, aDraft, anIssuedDirective } from "@/tests/support/district";

/** A draft, one for signature, one to all, one to one unit, one closed, one recalled; and all who may look. */
async function aFullDistrict() {
  const district = await aDistrict();
  const word = `q${randomUUID().replace(/\D/g, "").slice(0, 10)}`;
  const subject = `Văn bản ${word}`;
  const onlyFirst = aDraft(district).sections.map((section) => ({
    ...section,
    recipients: [{ kind: "unit" as const, id: district.communes[0].id }],
  }));
  for (const intent of ["save", "submit"] as const) {
    await createDraft(district.officer, {
      requestId: randomUUID(),
      intent,
      sourceText: "",
      draft: aDraft(district, { subject }),
    });
  }
  await anIssuedDirective(district, { subject });
  await anIssuedDirective(district, { subject, sections: onlyFirst });
  const closed = await anIssuedDirective(district, { subject });
  await closeDirective(district.officer, { directiveId: closed.id });
  const recalled = await anIssuedDirective(district, { subject });
  await recallDirective(district.officer, { directiveId: recalled.id, reason: "Nhầm ngày." });
  const actors: Record<string, Actor> = {
    officer: district.officer,
    leader: district.leader,
    observer: district.observer,
    administrator: anAdministrator({ unitId: district.committee.id }),
    lead: district.lead,
    staff: district.staff,
    "other lead": district.otherLead,
    liaison: anActor({ role: "telco_liaison", unitId: district.communes[1].id, home: "telecom" }),
    stranger: (await aDistrict()).lead,
  };
  return { district, word, actors };
}

const sorted = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();

describe("the rights in SQL are the rights of the policies", () => {
  test("on the same rows, for everyone", async () => {
    const { district, actors } = await aFullDistrict();
    const own = { issuerId: district.committee.id };
    const sizes: Record<string, number[]> = {};
    for (const [name, actor] of Object.entries(actors)) {
      const directives = await db.directive.findMany({
        where: { AND: [visibleDirectives(actor), own] },
        select: { id: true },
      });
      const inSql = await db.$queryRaw<{ id: string }[]>`
        SELECT d.id FROM "Directive" d
        WHERE d."issuerId" = ${own.issuerId}::uuid AND ${directiveRows(actor)}`;
      expect(sorted(inSql), name).toEqual(sorted(directives));

      const assignments = await db.assignment.findMany({
        where: { AND: [visibleAssignments(actor), { directive: own }] },
        select: { id: true },
      });
      const assignmentsInSql = await db.$queryRaw<{ id: string }[]>`
        SELECT a.id FROM "Assignment" a JOIN "Directive" d ON d.id = a."directiveId"
        WHERE d."issuerId" = ${own.issuerId}::uuid AND ${assignmentRows(actor)}`;
      expect(sorted(assignmentsInSql), name).toEqual(sorted(assignments));
      sizes[name] = [directives.length, assignments.length];
    }
    expect(sizes).toMatchObject({ officer: [6, 20], observer: [4, 20], lead: [4, 8] });
    expect(sizes).toMatchObject({ "other lead": [3, 6], liaison: [3, 6], stranger: [0, 0] });
  });

  test("people: an administrator's all, anyone else's own unit", async () => {
    const { district, actors } = await aFullDistrict();
    const units = [district.committee, ...district.communes].map(({ id }) => id);
    const everyone = Prisma.sql`p."unitId" = ANY (${units}::uuid[])`;
    for (const [name, actor] of Object.entries(actors)) {
      const inSql = await db.$queryRaw<{ id: string; unitId: string }[]>`
        SELECT p.id, p."unitId" FROM "User" p WHERE ${everyone} AND ${personRows(actor)}`;
      const allowed = await db.user.findMany({
        where: {
          ...(name === "administrator"
            ? visiblePeople(actor)
            : { OR: [visiblePeople(actor), { unitId: actor.unitId, disabledAt: null }] }),
          unit: { id: { in: units } },
        },
        select: { id: true },
      });
      expect(sorted(inSql), name).toEqual(sorted(allowed));
    }
  });
});

test("each finds what they may open, and nothing else", async () => {
  const { word, actors } = await aFullDistrict();
  const filter = searchFilterSchema.parse({ q: word });
  const counts: Record<string, number[]> = {};
  for (const [name, actor] of Object.entries(actors)) {
    const { groups } = await search(actor, filter, { each: 50, texts: "titles" });
    counts[name] = groups.map(({ total }) => total);
  }
  expect(counts).toEqual({
    officer: [6, 12, 0, 0, 0, 0, 0],
    leader: [6, 12, 0, 0, 0, 0, 0],
    observer: [4, 8, 0, 0, 0, 0, 0],
    administrator: [4, 8, 0, 0, 0, 0, 0],
    lead: [4, 8, 0, 0, 0, 0, 0],
    staff: [4, 8, 0, 0, 0, 0, 0],
    "other lead": [3, 6, 0, 0, 0, 0, 0],
    liaison: [3, 6, 0, 0, 0, 0, 0],
    stranger: [0, 0, 0, 0, 0, 0, 0],
  });
});

test("a unit's filter by another unit tells it nothing", async () => {
  const { district, word } = await aFullDistrict();
  const unit = district.communes[1].name;
  const { groups } = await search(district.lead, searchFilterSchema.parse({ q: word, unit }), {
    each: 50,
    texts: "titles",
  });
  expect(groups.map(({ total }) => total)).toEqual([0, 0, 0, 0, 0, 0, 0]);
});
