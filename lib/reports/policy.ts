import { type Actor, isDistrict, seesAll } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";

type Signed = { signedAt: Date | null };

/** What the district tells the province is read by whoever sees the whole picture. */
export const canReadSyntheses = (actor: Actor) => seesAll(actor);

export const canBuildSynthesis = (actor: Actor) => isDistrict(actor);

/** What is signed stays as it was signed. */
export const canEditSynthesis = (actor: Actor, { signedAt }: Signed) =>
  isDistrict(actor) && signedAt === null;

/** Asks the leader to sign; who leads signs without being asked. */
export const canSubmitSynthesis = (
  actor: Actor,
  { signedAt, submittedAt }: Signed & { submittedAt: Date | null },
) => actor.role === "district_officer" && signedAt === null && submittedAt === null;

export const canSignSynthesis = (actor: Actor, { signedAt }: Signed) =>
  actor.role === "district_leader" && signedAt === null;

export const visibleSyntheses = (actor: Actor): Prisma.SynthesisWhereInput =>
  canReadSyntheses(actor) ? {} : { id: { in: [] } };
