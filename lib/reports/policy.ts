import { type Actor, isDistrict, seesAll } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";

type Signed = { signedAt: Date | null };

/** What the district tells the province is read by whoever sees the whole picture. */
export const canReadSyntheses = (actor: Actor) => seesAll(actor);

export const canBuildSynthesis = (actor: Actor) => isDistrict(actor);

/** What is signed stays as it was signed. */
export const canEditSynthesis = (actor: Actor, { signedAt }: Signed) =>
  isDistrict(actor) && signedAt === null;

export const canSignSynthesis = (actor: Actor, { signedAt }: Signed) =>
  actor.role === "district_leader" && signedAt === null;

export const visibleSyntheses = (actor: Actor): Prisma.SynthesisWhereInput =>
  canReadSyntheses(actor) ? {} : { id: { in: [] } };
