import type { ReactNode } from "react";
import type { FormAction } from "@/lib/form-state";
import { ActionForm } from "./action-form";
import type { ButtonStyle } from "./button-style";
import { Dialog } from "./dialog";
import { SubmitButton } from "./submit-button";

type Props = ButtonStyle & {
  action: FormAction;
  hidden: Record<string, string>;
  /** Names both the button that asks and the one that does. */
  label: string;
  question: string;
  description?: string;
  icon?: ReactNode;
  /** How the button that opens it looks; the one inside wears `variant`. */
  triggerVariant?: ButtonStyle["variant"];
  /** More to fill in, such as a reason. */
  children?: ReactNode;
};

/** A button that asks before it acts, with fields to fill in first. */
export function ConfirmAction({ action, hidden, label, question, children, ...rest }: Props) {
  const { description, icon, size, variant = "danger", triggerVariant = "secondary" } = rest;
  return (
    <Dialog
      trigger={label}
      icon={icon}
      size={size}
      variant={triggerVariant}
      title={question}
      description={description}
      width="sm"
    >
      <ActionForm
        action={action}
        hidden={hidden}
        footer={<SubmitButton variant={variant}>{label}</SubmitButton>}
      >
        {children}
      </ActionForm>
    </Dialog>
  );
}
