"use server";

import { revalidatePath } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import { refuseHaste } from "@/lib/auth/pace";
import { requireActor } from "@/lib/auth/session";
import { Refusal } from "@/lib/errors";
import { interrupted, refusedBy } from "@/lib/form-action";
import { importUnits, previewImport } from "@/lib/organization/import/commands";
import { decodeText } from "@/lib/organization/import/rules";
import { IMPORT_LIMITS, type ImportState } from "@/lib/organization/import/schema";

/** Not a `formAction`: what comes back is the list of errors or the counts. */
export async function importUnitsAction(
  _before: ImportState,
  form: FormData,
): Promise<ImportState> {
  const actor = await requireActor();
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return refused("Chọn tệp CSV danh sách đơn vị.");
  if (file.size > IMPORT_LIMITS.bytes) return refused("Tệp lớn hơn 5 MB.");
  const text = decodeText(await file.bytes());
  if (text === null) {
    return refused("Tệp không phải văn bản UTF-8. Trong Excel chọn “CSV UTF-8” khi lưu.");
  }

  const preview = form.get("intent") === "preview";
  try {
    await refuseHaste(actor.userId, "import");
    const outcome = await (preview ? previewImport(actor, text) : importUnits(actor, text));
    if (outcome.status === "refused") return { status: "wrong", errors: outcome.errors };
    if (preview) return { ...outcome, status: "checked" };
    revalidatePath("/admin/units");
    return outcome;
  } catch (error) {
    if (error instanceof Refusal) return refusedBy(error);
    unstable_rethrow(error);
    return interrupted(error);
  }
}

const refused = (message: string): ImportState => ({ status: "refused", message });
