"use client";

import { type FormEvent, type ReactNode, startTransition, useActionState } from "react";
import type { ButtonStyle } from "@/components/ui/button-style";
import { FormContext } from "@/components/ui/form-context";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormAction, idle } from "@/lib/form-state";
import { OneTimeSecrets } from "./one-time-secrets";

type Props = Pick<ButtonStyle, "variant"> & {
  action: FormAction;
  hidden?: Record<string, string>;
  submit: string;
  /** What the person is looking at once it has worked, and what to do with it. */
  shown: { title: string; advice: string; doneHref: string };
  children?: ReactNode;
};

/** A form whose answer is a secret, one line each, that is never shown again. */
export function ShownOnceForm({ action, hidden = {}, submit, variant, shown, children }: Props) {
  const [state, send, pending] = useActionState(action, idle);
  const submitted = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    startTransition(() => send(form));
  };
  if (state.status === "done") {
    return <OneTimeSecrets {...shown} lines={(state.message ?? "").split("\n")} />;
  }

  return (
    <FormContext value={{ state, pending }}>
      <form
        action={send}
        onSubmit={submitted}
        noValidate
        className="grid gap-5"
        aria-busy={pending}
      >
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <FormMessage state={state} />
        <div>
          <SubmitButton variant={variant}>{submit}</SubmitButton>
        </div>
      </form>
    </FormContext>
  );
}
