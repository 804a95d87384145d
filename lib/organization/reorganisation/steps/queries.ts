import "server-only";

import { Prisma } from "@/lib/db";

/** The plan whose units pass on what they have, and the instant it is applied. */
export type Passing = { id: string; day: string; at: Date };

/** Units that the plan ends, each with the one that takes over. */
export const ended = ({ id }: Passing) => Prisma.sql`
  SELECT "unitId", "successorId" FROM "ReorganisationUnit" WHERE "reorganisationId" = ${id}::uuid`;

/** What undoing reads: rows of `before` and `after` from the statement it stands in. */
export const keepSteps = ({ id }: Passing, subject: string, steps: Prisma.Sql) => Prisma.sql`
  INSERT INTO "ReorganisationStep" ("reorganisationId", subject, before, after)
  SELECT ${id}::uuid, ${subject}, before, after FROM (${steps}) AS step (before, after)`;
