import "server-only";

import type { Actor } from "@/lib/auth/actor";
import type { OfficialDocument } from "@/lib/documents/official/schema";
import { now } from "@/lib/time";
import { listFollowUp } from "../matrix/queries";
import { findDirective } from "../queries";
import { canWritePaper } from "./policy";
import { directiveDocument, recallDocument, reminderDocument } from "./rules";
import type { PaperKind } from "./schema";

/** A directive, its recall or a nudge as a document to print; null for whom it is not there. */
export async function findDirectivePaper(
  actor: Actor,
  id: string,
  kind: PaperKind,
): Promise<OfficialDocument | null> {
  const directive = await findDirective(actor, id);
  if (!directive || !canWritePaper(actor, directive, kind)) return null;
  if (kind === "text") return directiveDocument(directive);
  if (kind === "recall") return recallDocument(directive);
  return reminderDocument(directive, (await listFollowUp(actor, id)) ?? [], now());
}
