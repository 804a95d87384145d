"use server";

import { revalidatePath } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import { requireActor } from "@/lib/auth/session";
import { Refusal } from "@/lib/errors";
import { formAction, interrupted } from "@/lib/form-action";
import { decodeText } from "@/lib/organization/import/rules";
import {
  applyReorganisation,
  previewReorganisation,
  undoReorganisation,
} from "@/lib/organization/reorganisation/commands";
import {
  PLAN_LIMITS,
  type PlanState,
  undoReorganisationSchema,
} from "@/lib/organization/reorganisation/schema";

/** Not a `formAction`: what comes back is the plan as it would be, or its faults by row. */
export async function reorganiseAction(_before: PlanState, form: FormData): Promise<PlanState> {
  const actor = await requireActor();
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return refused("Chọn tệp phương án sắp xếp.");
  if (file.size > PLAN_LIMITS.bytes) return refused("Tệp lớn hơn 5 MB.");
  const text = decodeText(await file.bytes());
  if (text === null) return refused("Tệp không phải văn bản UTF-8. Lưu lại dưới dạng UTF-8.");

  const day = z.iso.date().safeParse(form.get("effectiveOn"));
  const input = { text, effectiveOn: day.data ?? null };
  const planHash = form.get("planHash");
  const applies = form.get("intent") === "apply" && typeof planHash === "string";
  try {
    const outcome = await (applies
      ? applyReorganisation(actor, { ...input, planHash })
      : previewReorganisation(actor, input));
    if (outcome.status === "refused") return { status: "wrong", errors: outcome.errors };
    if (outcome.status === "applied") revalidatePath("/admin", "layout");
    return { status: outcome.status, view: outcome.view };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.message);
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
