"use server";

import { randomUUID } from "node:crypto";
import { redirect, unstable_rethrow } from "next/navigation";
import { refuseHaste } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { createDraft } from "@/lib/directives/drafts/commands";
import { createDraftSchema } from "@/lib/directives/drafts/schema";
import { readSource } from "@/lib/directives/suggestion/commands";
import { readSourceSchema, type SuggestionState } from "@/lib/directives/suggestion/schema";
import { Refusal } from "@/lib/errors";
import { formAction, interrupted, readForm, refusedBy, signedOut } from "@/lib/form-action";

/** Takes a text apart. Not a `formAction`: what comes back is the reading itself. */
export async function readSourceAction(
  _before: SuggestionState,
  form: FormData,
): Promise<SuggestionState> {
  const fields = readForm(form);
  const text = typeof fields.text === "string" ? fields.text : "";
  const input = readSourceSchema.safeParse(fields);
  if (!input.success) {
    return { status: "refused", message: input.error.issues[0]?.message ?? "", text };
  }
  try {
    const actor = await currentActor();
    if (!actor) return { ...signedOut, text };
    await refuseHaste(actor.userId, "import");
    const suggestion = await readSource(actor, input.data);
    return { status: "read", suggestion, requestId: randomUUID() };
  } catch (error) {
    if (error instanceof Refusal) return { ...(await refusedBy(error)), text };
    unstable_rethrow(error);
    return { ...interrupted(error), text };
  }
}

export const createDraftAction = formAction(createDraftSchema, async (actor, input) => {
  const { id } = await createDraft(actor, input);
  redirect(`/directives/${id}`);
});
