import { type Actor, isDistrict, seesAll } from "@/lib/auth/actor";
import type { LiveTopic } from "./schema";

export type LiveEvent = { topic: LiveTopic; unitIds: ReadonlySet<string> };

/** A unit hears of what concerns it and of nothing else, not even that others are busy. */
export function canHear(actor: Actor, { topic, unitIds }: LiveEvent) {
  if (topic === "notices") return unitIds.has(actor.unitId);
  if (topic === "drafts") return isDistrict(actor);
  return seesAll(actor) || unitIds.has(actor.unitId);
}
