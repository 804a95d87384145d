import "server-only";

import { Prisma } from "@/lib/db";

/*
 * Who is still owing, said once. Everything that reminds or calls builds on these conditions; they
 * name the rows `d` Directive, `a` Assignment and `r` DirectiveReceipt.
 */

/** The directive still asks for something. */
export const inForce = Prisma.sql`d.state = 'issued'`;

/** No report of the unit stands, and the district has not let it go. */
export const reportOwed = Prisma.sql`a."reportedAt" IS NULL AND a."acceptedAt" IS NULL
  AND a."releasedAt" IS NULL AND a."passedAt" IS NULL`;

/** Nobody of the unit has taken the directive on, nor given it back. */
export const acknowledgementOwed = Prisma.sql`r."acknowledgedAt" IS NULL
  AND r."returnedAt" IS NULL AND r."releasedAt" IS NULL AND r."passedAt" IS NULL`;
