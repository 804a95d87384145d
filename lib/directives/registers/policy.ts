import { type Actor, isUnitMember, seesAll } from "@/lib/auth/actor";
import { type RegisterKind, registerKinds } from "./schema";

/** What goes out is the district's; what came in each unit follows for itself, the district for all. */
export const canReadRegister = (actor: Actor, kind: RegisterKind) =>
  seesAll(actor) || (kind === "follow_up" && isUnitMember(actor));

export const readableRegisters = (actor: Actor) =>
  registerKinds.filter((kind) => canReadRegister(actor, kind));
