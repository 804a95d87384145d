import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db, Prisma } from "@/lib/db";
import { now } from "@/lib/time";
import { judgedLines, measureOf, worstOf } from "./measures/queries";
import { canSeePicture } from "./policy";
import { byTrouble, emptySpread, type Spread, unitsOf } from "./rules";
import { byHand, type ComplianceMeasure, type PictureFilter, type Verdict } from "./schema";
import { findStanding, type Standing } from "./standing/queries";

type Count = {
  measure: ComplianceMeasure | "all";
  kindCode: string;
  verdict: Verdict;
  units: number;
};

/**
 * The whole picture as plain data: how the units of a campaign stand with each kind of obligation,
 * now or at the end of an earlier day. Null for whom it is not, and while no campaign has begun.
 */
export async function findPicture(actor: Actor, filter: PictureFilter = {}) {
  if (!canSeePicture(actor)) return null;
  const standing = await findStanding(actor, filter);
  if (!standing) return null;
  const [counts, changes, kinds] = await Promise.all([
    readCounts(standing),
    readChanges(standing),
    db.unitKind.findMany({
      select: { code: true, label: true },
      orderBy: [{ rank: "asc" }, { label: "asc" }],
    }),
  ]);
  const cells = sumUp([...counts, ...changes]);
  const asked = kinds.filter(({ code }) => cells.some(({ kindCode }) => kindCode === code));
  const { touched, campaigns, campaign, days, day, live, settling } = standing;
  const measures = Object.values(measureOf)
    .map(({ measure, label, asks }) => ({
      measure,
      label,
      asks,
      byHand: byHand.includes(measure),
      ...spreadOver(cells, measure),
    }))
    .filter(({ total }) => unitsOf(total) > 0)
    .sort((one, two) => byTrouble(one.total, two.total));
  return {
    campaigns,
    campaign,
    days,
    day,
    live,
    settling,
    changed: touched.length,
    kinds: asked,
    measures,
    /** Each unit's worst of what is measured. */
    all: spreadOver(cells, "all"),
  };
}

export type Picture = NonNullable<Awaited<ReturnType<typeof findPicture>>>;
export type PictureMeasure = Picture["measures"][number];

type Cell = { measure: string; kindCode: string; spread: Spread };

function spreadOver(cells: Cell[], measure: string) {
  const mine = cells.filter((cell) => cell.measure === measure);
  const total = mine.reduce((sum, { spread }) => add(sum, spread), emptySpread());
  return { total, kinds: mine.map(({ kindCode, spread }) => ({ kindCode, spread })) };
}

const add = (one: Spread, two: Spread): Spread => ({
  not_met: one.not_met + two.not_met,
  at_risk: one.at_risk + two.at_risk,
  not_measurable: one.not_measurable + two.not_measurable,
  met: one.met + two.met,
});

function sumUp(counts: Count[]) {
  const cells = new Map<string, Cell>();
  for (const { measure, kindCode, verdict, units } of counts) {
    const key = `${measure} ${kindCode}`;
    const cell = cells.get(key) ?? { measure, kindCode, spread: emptySpread() };
    cell.spread[verdict] += units;
    cells.set(key, cell);
  }
  return [...cells.values()].filter(({ spread }) => unitsOf(spread) > 0);
}

const readCounts = ({ campaign, day }: Standing) =>
  db.$queryRaw<Count[]>`
    SELECT measure, "kindCode", verdict, units FROM "ComplianceTally"
    WHERE "campaignId" = ${campaign.id}::uuid AND day = ${day?.day ?? "1970-01-01"}::date`;

/** What the units that changed since the tick take from the counts and add to them. */
async function readChanges({ campaign, day, touched }: Standing) {
  if (!day || touched.length === 0) return [];
  const before = Prisma.sql`
    SELECT * FROM "ComplianceLine"
    WHERE "campaignId" = ${campaign.id}::uuid AND day = ${day.day}::date
      AND "unitId" = ANY (${touched}::uuid[])`;
  return db.$queryRaw<Count[]>`
    WITH before AS MATERIALIZED (${before}),
    fresh AS MATERIALIZED (${judgedLines({ campaign, at: now(), unitIds: touched })})
    SELECT c.measure, c."kindCode", c.verdict, sum(c.units)::int AS units FROM (
      SELECT measure, "kindCode", verdict, -1 AS units FROM before
      UNION ALL
      SELECT 'all', u."kindCode", w.verdict, -1
      FROM (${worstOf(Prisma.sql`SELECT * FROM before`)}) w JOIN "Unit" u ON u.id = w."unitId"
      UNION ALL
      SELECT f.measure, u."kindCode", f.verdict, 1 FROM fresh f JOIN "Unit" u ON u.id = f."unitId"
      UNION ALL
      SELECT 'all', u."kindCode", w.verdict, 1
      FROM (${worstOf(Prisma.sql`SELECT * FROM fresh`)}) w JOIN "Unit" u ON u.id = w."unitId"
    ) c GROUP BY 1, 2, 3 HAVING sum(c.units) <> 0`;
}
