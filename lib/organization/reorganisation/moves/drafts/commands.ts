import "server-only";

import { Prisma } from "@/lib/db";
import { ended, keepSteps, type Passing } from "../../steps/queries";

/** Whom a draft names follows the plan, in this order. */
export const draftMoves = (passing: Passing) =>
  [renewDrafts, leaveDrafts, joinDrafts, leaveCooperators, joinCooperators].map((move) =>
    move(passing),
  );

/** Recipients named one by one in what is not issued yet. */
const draftRecipients = (passing: Passing) => Prisma.sql`
  SELECT sr.*, s."directiveId", e."successorId" FROM "SectionRecipient" sr
    JOIN (${ended(passing)}) e ON e."unitId" = sr."unitId"
    JOIN "DirectiveSection" s ON s.id = sr."sectionId"
    JOIN "Directive" d ON d.id = s."directiveId"
  WHERE d.state IN ('draft', 'for_signature')`;

const renewDrafts = (passing: Passing) => Prisma.sql`
  WITH changed AS (
    UPDATE "Directive" d SET version = d.version + 1
    WHERE d.id IN (SELECT "directiveId" FROM (${draftRecipients(passing)}) named)
    RETURNING jsonb_build_object('id', d.id, 'version', d.version - 1) AS before,
              jsonb_build_object('id', d.id, 'version', d.version) AS after
  ) ${keepSteps(passing, "Directive", Prisma.sql`SELECT before, after FROM changed`)}`;

const leaveDrafts = (passing: Passing) => Prisma.sql`
  WITH gone AS (
    DELETE FROM "SectionRecipient" sr USING (${draftRecipients(passing)}) named
    WHERE sr.id = named.id RETURNING to_jsonb(sr) AS before
  ) ${keepSteps(passing, "SectionRecipient", Prisma.sql`SELECT before, NULL::jsonb FROM gone`)}`;

const joinDrafts = (passing: Passing) => Prisma.sql`
  WITH left_over AS (
    SELECT (s.before ->> 'sectionId')::uuid AS "sectionId", e."successorId",
           min((s.before ->> 'position')::int) AS position
    FROM "ReorganisationStep" s
      JOIN (${ended(passing)}) e ON e."unitId" = (s.before ->> 'unitId')::uuid
    WHERE s."reorganisationId" = ${passing.id}::uuid AND s.subject = 'SectionRecipient'
    GROUP BY 1, 2
  ), made AS (
    INSERT INTO "SectionRecipient" AS sr ("sectionId", position, "unitId")
    SELECT l."sectionId", l.position, l."successorId" FROM left_over l
    WHERE NOT EXISTS (SELECT 1 FROM "SectionRecipient" there
      WHERE there."sectionId" = l."sectionId" AND there."unitId" = l."successorId")
    RETURNING to_jsonb(sr) AS after
  ) ${keepSteps(passing, "SectionRecipient", Prisma.sql`SELECT NULL::jsonb, after FROM made`)}`;

/** Cooperating units named in what is not issued yet; their drafts are renewed with the others. */
const draftCooperators = (passing: Passing) => Prisma.sql`
  SELECT c.*, e."successorId" FROM "ObligationCooperator" c
    JOIN (${ended(passing)}) e ON e."unitId" = c."unitId"
    JOIN "Obligation" o ON o.id = c."obligationId"
    JOIN "DirectiveSection" s ON s.id = o."sectionId"
    JOIN "Directive" d ON d.id = s."directiveId"
  WHERE d.state IN ('draft', 'for_signature')`;

const leaveCooperators = (passing: Passing) => Prisma.sql`
  WITH gone AS (
    DELETE FROM "ObligationCooperator" c USING (${draftCooperators(passing)}) named
    WHERE c.id = named.id RETURNING to_jsonb(c) AS before
  ) ${keepSteps(passing, "ObligationCooperator", Prisma.sql`SELECT before, NULL::jsonb FROM gone`)}`;

const joinCooperators = (passing: Passing) => Prisma.sql`
  WITH left_over AS (
    SELECT (s.before ->> 'obligationId')::uuid AS "obligationId", e."successorId",
           min((s.before ->> 'position')::int) AS position
    FROM "ReorganisationStep" s
      JOIN (${ended(passing)}) e ON e."unitId" = (s.before ->> 'unitId')::uuid
    WHERE s."reorganisationId" = ${passing.id}::uuid AND s.subject = 'ObligationCooperator'
    GROUP BY 1, 2
  ), made AS (
    INSERT INTO "ObligationCooperator" AS c ("obligationId", position, "unitId")
    SELECT l."obligationId", l.position, l."successorId" FROM left_over l
    WHERE NOT EXISTS (SELECT 1 FROM "ObligationCooperator" there
      WHERE there."obligationId" = l."obligationId" AND there."unitId" = l."successorId")
    RETURNING to_jsonb(c) AS after
  ) ${keepSteps(passing, "ObligationCooperator", Prisma.sql`SELECT NULL::jsonb, after FROM made`)}`;
