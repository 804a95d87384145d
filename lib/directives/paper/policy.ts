import type { Actor } from "@/lib/auth/actor";
import { canRecallDirective, canTrackDirective } from "../policy";
import type { DirectiveState } from "../schema";
import type { PaperKind } from "./schema";

/** Whoever may open the directive has its text; what the district writes about it is the district's. */
export function canWritePaper(actor: Actor, directive: { state: DirectiveState }, kind: PaperKind) {
  if (kind === "text") return true;
  if (!canTrackDirective(actor, directive)) return false;
  if (kind === "reminder") return directive.state === "issued";
  return directive.state === "recalled" || canRecallDirective(actor, directive);
}
