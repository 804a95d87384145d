"use client";

import { use } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";
import { FormContext } from "./form-context";
import { Spinner } from "./spinner";

type Props = Omit<ButtonProps, "type"> & { pendingLabel?: string };

/** Sends its form once: while an answer is on its way it says so and refuses a second press. */
export function SubmitButton({ variant = "primary", icon, pendingLabel, ...rest }: Props) {
  const { pending: sending } = use(FormContext);
  const pending = useFormStatus().pending || sending;

  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      icon={pending ? <Spinner /> : icon}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else rest.onClick?.(event);
      }}
    >
      {pending && pendingLabel ? pendingLabel : rest.children}
    </Button>
  );
}
