"use client";

import { type FormEvent, type ReactNode, startTransition, useActionState, useState } from "react";
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
  /** Another way to do the same, offered beside the first. */
  other?: Pick<Props, "action" | "submit" | "shown">;
};

/** A form whose answer is a secret, one line each, that is never shown again. */
export function ShownOnceForm(props: Props) {
  const { action, hidden = {}, submit, variant, shown, children, other } = props;
  const [first, send, sending] = useActionState(action, idle);
  const [second, sendOther, sendingOther] = useActionState(other?.action ?? action, idle);
  const [chosen, setChosen] = useState<"first" | "other">("first");
  const byOther = other && chosen === "other";
  const state = byOther ? second : first;
  const pending = sending || sendingOther;
  const submitted = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    const otherWay = submitter?.dataset.way === "other";
    setChosen(otherWay ? "other" : "first");
    startTransition(() => (otherWay ? sendOther(form) : send(form)));
  };
  if (state.status === "done") {
    return (
      <OneTimeSecrets
        {...(byOther ? other.shown : shown)}
        lines={(state.message ?? "").split("\n")}
      />
    );
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
        <div className="flex flex-wrap gap-3">
          <SubmitButton variant={variant}>{submit}</SubmitButton>
          {other ? (
            <SubmitButton variant="secondary" data-way="other" formAction={sendOther}>
              {other.submit}
            </SubmitButton>
          ) : null}
        </div>
      </form>
    </FormContext>
  );
}
