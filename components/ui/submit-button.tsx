"use client";

import { use } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";
import { FormContext } from "./form-context";
import { Spinner } from "./spinner";

type Props = Omit<ButtonProps, "type"> & { pendingLabel?: string };

/**
 * Sends its form once: while an answer is on its way it says so and refuses a second press. Of
 * several with a name in one form, the one that was pressed says it.
 */
export function SubmitButton({ variant = "primary", icon, pendingLabel, ...rest }: Props) {
  const { pending: sending, sent } = use(FormContext);
  const pending = useFormStatus().pending || sending;
  const pressed = pending && (!rest.name || !sent || sent.get(rest.name) === rest.value);

  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      icon={pressed ? <Spinner /> : icon}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else rest.onClick?.(event);
      }}
    >
      {pressed && pendingLabel ? pendingLabel : rest.children}
    </Button>
  );
}
