import type { Actor } from "@/lib/auth/actor";
import { canManageUnits } from "../policy";

export const canUndoReorganisation = (actor: Actor, plan: { undoneAt: Date | null }) =>
  canManageUnits(actor) && plan.undoneAt === null;
