import { createContext } from "react";
import { type FormState, idle } from "@/lib/form-state";

/** What the form around a field knows: the server's answer, and what was sent if one is on its way. */
export const FormContext = createContext<{
  state: FormState;
  pending: boolean;
  sent?: FormData | null;
}>({ state: idle, pending: false });

/** Set by a dialog: its form, once done, closes it and leaves its sentence behind. */
export const DoneContext = createContext<((message?: string) => void) | null>(null);

/** `unitIds[]` is sent as a list; its errors come back under `unitIds`. */
export function errorsOf(state: FormState, name: string) {
  if (state.status !== "invalid") return [];
  return state.fields[name.replace(/\[\]$/, "")] ?? [];
}
