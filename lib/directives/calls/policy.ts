import { type Actor, isDistrict } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db";
import { canSteerDirective, canTrackDirective } from "../policy";

/** Whoever follows a directive up reads whom to call and who has called; units never do. */
export const canSeeCalls = canTrackDirective;

export const canCallUnits = canSteerDirective;

/** What a call came to is written by whoever called. */
export const callsToNote = (actor: Actor): Prisma.UnitCallWhereInput =>
  isDistrict(actor) ? { calledById: actor.userId } : { id: { in: [] } };
