import type { ReactNode } from "react";
import type { FormAction } from "@/lib/form-state";
import { ActionForm } from "./action-form";
import type { ButtonStyle } from "./button-style";
import { ConfirmDialog } from "./confirm-dialog";
import { SubmitButton } from "./submit-button";

type Props = ButtonStyle & {
  action: FormAction;
  /** Sent along: `{ directiveId }`. */
  fields?: Record<string, string>;
  children: ReactNode;
  icon?: ReactNode;
  pendingLabel?: string;
  /** Ask first. The button inside says what it does, never "Đồng ý". */
  confirm?: { title: string; description?: ReactNode; confirmLabel: string };
  className?: string;
};

/** One press, one order; a refusal is told right below. */
export function ActionButton({ action, fields, children, confirm, className, ...look }: Props) {
  const { icon, pendingLabel, variant = "secondary", size } = look;
  const form = (label: ReactNode, style: ButtonStyle) => (
    <ActionForm
      action={action}
      hidden={fields}
      className={className ?? "justify-items-start gap-2"}
    >
      <SubmitButton {...style} icon={icon} pendingLabel={pendingLabel}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
  if (!confirm) return form(children, { variant, size });

  return (
    <ConfirmDialog
      trigger={children}
      icon={icon}
      variant={variant}
      size={size}
      title={confirm.title}
      description={confirm.description}
    >
      {form(confirm.confirmLabel, { variant: variant === "danger" ? "danger" : "primary" })}
    </ConfirmDialog>
  );
}
