import "server-only";

import { Prisma } from "@/lib/db";
import { byHand, type ComplianceMeasure, complianceMeasures } from "../schema";
import { acknowledgementMeasure } from "./acknowledgement/queries";
import { advisoriesMeasure } from "./advisories/queries";
import type { Measure, Scope } from "./asking/queries";
import { authorityRequestsMeasure } from "./authority-requests/queries";
import { awarenessMeasure } from "./awareness/queries";
import { blockingMeasure } from "./blocking/queries";
import { complaintsMeasure } from "./complaints/queries";
import { freeMeasure } from "./free/queries";
import { infrastructureMeasure } from "./infrastructure/queries";
import { quickReportsMeasure } from "./quick-reports/queries";
import { sweepMeasure } from "./sweep/queries";
import { watchMeasure } from "./watch/queries";

/** Every measure there is: the compiler misses one, tests/compliance/registry.test.ts a stray file. */
export const measureOf: Record<ComplianceMeasure, Measure> = {
  watch: watchMeasure,
  sweep: sweepMeasure,
  advisories: advisoriesMeasure,
  awareness: awarenessMeasure,
  infrastructure: infrastructureMeasure,
  blocking: blockingMeasure,
  complaints: complaintsMeasure,
  authority_requests: authorityRequestsMeasure,
  free: freeMeasure,
  quick_reports: quickReportsMeasure,
  acknowledgement: acknowledgementMeasure,
};

/** The lines of all measures, judged: as in `verdictOf`. */
export const judgedLines = (
  scope: Scope,
  measures: readonly ComplianceMeasure[] = complianceMeasures,
) =>
  Prisma.join(
    measures.map(
      (measure) => Prisma.sql`
        SELECT ${measure}::text AS measure, l."unitId", l.required::int, l.observed::int,
          l.failed::int, l.soon::int, l.since::timestamptz,
          CASE WHEN l.failed > 0 THEN 'not_met' WHEN l.soon > 0 THEN 'at_risk'
               WHEN l.done > 0 THEN 'met' ELSE 'not_measurable' END AS verdict
        FROM (${measureOf[measure].lines(scope)}) l`,
    ),
    " UNION ALL ",
  );

/** Each unit's worst verdict of what is measured; what is told by hand is left out. */
export const worstOf = (lines: Prisma.Sql) => Prisma.sql`
  SELECT w."unitId", CASE max(CASE w.verdict WHEN 'not_met' THEN 3 WHEN 'at_risk' THEN 2
                                             WHEN 'met' THEN 1 ELSE 0 END)
    WHEN 3 THEN 'not_met' WHEN 2 THEN 'at_risk' WHEN 1 THEN 'met' ELSE 'not_measurable' END AS verdict
  FROM (${lines}) w WHERE w.measure <> ALL (${[...byHand]}::text[]) GROUP BY w."unitId"`;
