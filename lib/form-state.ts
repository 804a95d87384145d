import type { RefusalReason } from "./errors";

/** What a form is told after it was sent. `done` may carry a sentence and where to go on reading. */
export type FormState =
  | { status: "idle" }
  | { status: "invalid"; fields: Record<string, string[]>; message?: string }
  | { status: "refused"; reason?: "signed-out" | RefusalReason; message: string }
  | { status: "done"; message?: string };

export const idle: FormState = { status: "idle" };

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;
