import "server-only";

import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { refuseHaste } from "@/lib/auth/pace";
import { noteRefusal } from "@/lib/auth/refusals";
import { currentActor } from "@/lib/auth/session";
import { Refusal } from "@/lib/errors";
import type { FormState } from "@/lib/form-state";

type Perform<Schema extends z.ZodType> = (
  actor: Actor,
  input: z.output<Schema>,
) => Promise<string | undefined> | Promise<void>;

/**
 * The one door for writes: who is asking, what they sent, what came of it. `perform` may return a
 * sentence for the person; it may also redirect.
 */
export function formAction<Schema extends z.ZodType>(schema: Schema, perform: Perform<Schema>) {
  return async (_before: FormState, form: FormData): Promise<FormState> => {
    try {
      const actor = await currentActor();
      if (!actor) return signedOut;
      await refuseHasteWithFiles(actor, form);
      const input = schema.safeParse(readForm(form));
      if (!input.success) return invalid(input.error);
      const message = await perform(actor, input.data);
      return { status: "done", message: message ?? undefined };
    } catch (error) {
      if (error instanceof Refusal) return refusedBy(error);
      // Redirects travel as errors too.
      unstable_rethrow(error);
      return interrupted(error);
    }
  };
}

/** Files cost more than words: to be looked through, and the room they take. */
export async function refuseHasteWithFiles(actor: Actor, form: FormData) {
  const files = [...form.values()].filter((value) => value instanceof File && value.size > 0);
  if (files.length > 0) await refuseHaste(actor.userId, "upload", files.length);
}

/** `name="unitIds[]"` is a list, however many boxes are ticked; every other name is a single value. */
export function readForm(form: FormData) {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$ACTION"));
  return Object.fromEntries(
    names.map((name) =>
      name.endsWith("[]") ? [name.slice(0, -2), form.getAll(name)] : [name, form.get(name)],
    ),
  );
}

/** What a command's refusal says on the form. One for want of a right is also told to those who watch. */
export async function refusedBy({ reason, message }: Refusal) {
  if (reason === "forbidden" || reason === "not-found") await noteRefusal(reason);
  return { status: "refused", reason, message } as const;
}

/** A session that ran out while someone typed: being led away would lose it all. */
export const signedOut = {
  status: "refused",
  reason: "signed-out",
  message:
    "Phiên đăng nhập đã hết. Nội dung vẫn còn ở đây: đăng nhập lại trong một thẻ khác rồi quay lại bấm gửi.",
} as const;

/**
 * An error nobody foresaw, most often a database that is away: logged for those who mend it, and an
 * answer on the form instead of an error page, so that what was typed is still there to send again.
 */
export function interrupted(error: unknown): { status: "refused"; message: string } {
  console.error(error);
  return {
    status: "refused",
    message:
      "Hệ thống đang gián đoạn nên chưa lưu được. Nội dung vẫn còn trên trang, chờ một lát rồi bấm lại.",
  };
}

function invalid(error: z.ZodError): FormState {
  const { fieldErrors, formErrors } = z.flattenError(error);
  const fields: Record<string, string[]> = {};
  for (const [name, messages] of Object.entries<string[] | undefined>(fieldErrors)) {
    if (messages) fields[name] = messages;
  }
  return { status: "invalid", fields, message: formErrors[0] };
}
