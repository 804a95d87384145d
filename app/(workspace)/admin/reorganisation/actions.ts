"use server";

import { revalidatePath } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { refuseHaste } from "@/lib/auth/pace";
import { requireActor } from "@/lib/auth/session";
import { Refusal } from "@/lib/errors";
import { formAction, interrupted, refusedBy } from "@/lib/form-action";
import { decodeText } from "@/lib/organization/import/rules";
import {
  applyReorganisation,
  previewReorganisation,
  undoReorganisation,
} from "@/lib/organization/reorganisation/commands";
import {
  applyReorganisationSchema,
  PLAN_LIMITS,
  type PlanOutcome,
  type PlanState,
  undoReorganisationSchema,
} from "@/lib/organization/reorganisation/schema";

/** Not a `formAction`: what comes back is the plan as it would be, or its faults by row. */
export async function reorganiseAction(_before: PlanState, form: FormData): Promise<PlanState> {
  const actor = await requireActor();
  const chosen = applyReorganisationSchema.safeParse(Object.fromEntries(form));
  if (chosen.success) {
    const { text, planHash, plannedFor: effectiveOn } = chosen.data;
    return answer(actor, text, () => applyReorganisation(actor, { text, planHash, effectiveOn }));
  }

  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return refused("Chọn tệp phương án sắp xếp.");
  if (file.size > PLAN_LIMITS.bytes) return refused("Tệp lớn hơn 5 MB.");
  const text = decodeText(await file.bytes());
  if (text === null) return refused("Tệp không phải văn bản UTF-8. Lưu lại dưới dạng UTF-8.");

  const day = z.iso.date().safeParse(form.get("effectiveOn"));
  const effectiveOn = day.data ?? null;
  return answer(actor, text, () => previewReorganisation(actor, { text, effectiveOn }));
}

async function answer(
  { userId }: Actor,
  text: string,
  perform: () => Promise<PlanOutcome>,
): Promise<PlanState> {
  try {
    await refuseHaste(userId, "import");
    const outcome = await perform();
    if (outcome.status === "refused") return { status: "wrong", errors: outcome.errors };
    if (outcome.status === "planned") return { status: "planned", view: outcome.view, text };
    revalidatePath("/admin", "layout");
    return { status: "applied", view: outcome.view };
  } catch (error) {
    if (error instanceof Refusal) return refusedBy(error);
    unstable_rethrow(error);
    return interrupted(error);
  }
}

export const undoReorganisationAction = formAction(
  undoReorganisationSchema,
  async (actor, input) => {
    await undoReorganisation(actor, input);
    revalidatePath("/admin", "layout");
    return "Đã hoàn tác, mọi thứ trở lại như trước.";
  },
);

const refused = (message: string): PlanState => ({ status: "refused", message });
