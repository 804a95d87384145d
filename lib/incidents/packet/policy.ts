import type { Actor } from "@/lib/auth/actor";
import { canHandleIncident, canSeeIncident, type Standing } from "../policy";

/** Evidence is handed over by whoever handles the case, and taken by the police that is in on it. */
export const canTakePacket = (actor: Actor, of: Standing) =>
  canHandleIncident(actor, of) || (canSeeIncident(actor, of) && of.part === "police");
