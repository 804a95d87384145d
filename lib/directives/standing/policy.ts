import { Prisma } from "@/lib/db";

/**
 * A receipt or an assignment that still is its unit's own. One that went on to a successor is
 * history: whatever counts what is open, late or awaited leaves it out, by one of these two.
 */
export const standing = { passedAt: null } as const;

/** The same in SQL, for the table under this alias. */
export const stands = (alias: string) => Prisma.raw(`${alias}."passedAt" IS NULL`);
