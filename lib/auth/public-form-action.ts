import "server-only";

import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import { Refusal } from "@/lib/errors";
import { interrupted, readForm, refusedBy } from "@/lib/form-action";
import type { FormState } from "@/lib/form-state";
import type { Actor } from "./actor";
import { type Caller, currentCaller } from "./caller";
import { requireStep } from "./session";
import type { SessionStep } from "./session-row";

type Perform<Who, Schema extends z.ZodType> = (
  who: Who,
  input: z.output<Schema>,
) => Promise<string | undefined> | Promise<void>;

/** The door for those who have not signed in: they are known by where they call from alone. */
export function publicFormAction<Schema extends z.ZodType>(
  schema: Schema,
  perform: Perform<Caller, Schema>,
) {
  return door(currentCaller, schema, perform);
}

/** The door for one step of signing in, where `formAction` would send the person back to it. */
export function stepFormAction<Schema extends z.ZodType>(
  step: SessionStep,
  schema: Schema,
  perform: Perform<Actor, Schema>,
) {
  return door(() => requireStep(step), schema, perform);
}

function door<Who, Schema extends z.ZodType>(
  ask: () => Promise<Who>,
  schema: Schema,
  perform: Perform<Who, Schema>,
) {
  return async (_before: FormState, form: FormData): Promise<FormState> => {
    try {
      const who = await ask();
      const input = schema.safeParse(readForm(form));
      if (!input.success) return invalid(input.error);
      const message = await perform(who, input.data);
      return { status: "done", message: message ?? undefined };
    } catch (error) {
      if (error instanceof Refusal) return refusedBy(error);
      // Redirects travel as errors too.
      unstable_rethrow(error);
      return interrupted(error);
    }
  };
}

function invalid(error: z.ZodError): FormState {
  const { fieldErrors, formErrors } = z.flattenError(error);
  const given = Object.entries<string[] | undefined>(fieldErrors);
  const fields = Object.fromEntries(given.map(([name, messages]) => [name, messages ?? []]));
  return { status: "invalid", fields, message: formErrors[0] };
}
