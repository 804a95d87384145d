"use client";

import { type ComponentProps, createContext, type ReactNode, use, useId } from "react";
import { cx } from "./class-names";
import { controlStyle } from "./control-style";
import { errorsOf, FormContext } from "./form-context";
import { CircleAlert } from "./icons";

export type FieldProps = {
  label: string;
  name: string;
  hint?: ReactNode;
  /** Fields are required unless they say they are not. */
  optional?: boolean;
  hideLabel?: boolean;
  /** Beyond what the form around it already knows. */
  errors?: string[];
  className?: string;
};

type Attributes = {
  id?: string;
  name?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  "aria-required"?: true;
};

export const FieldContext = createContext<Attributes>({});

/** Label, hint, control, errors; the control inside learns who describes it. */
export function Field(props: FieldProps & { children: ReactNode }) {
  const { label, name, hint, optional, hideLabel, className, children } = props;
  const { errors, ids, attributes } = useField(props);
  const note = cx("text-sm text-ink-muted", hideLabel && "sr-only");

  return (
    <div className={cx("grid content-start gap-1.5", className)}>
      <div className={cx("flex items-baseline justify-between gap-3", hideLabel && "sr-only")}>
        <label htmlFor={ids.control} className="font-medium text-ink">
          {label}
        </label>
        {optional ? <span className="shrink-0 text-xs text-ink-faint">Không bắt buộc</span> : null}
      </div>
      {hint ? (
        <p id={ids.hint} className={note}>
          {hint}
        </p>
      ) : null}
      <FieldContext value={{ ...attributes, id: ids.control, name }}>{children}</FieldContext>
      <FieldErrors id={ids.errors} errors={errors} />
    </div>
  );
}

/** The same for several boxes under one question. */
export function FieldGroup(props: FieldProps & { children: ReactNode }) {
  const { label, name, hint, hideLabel, className, children } = props;
  const { errors, ids, attributes } = useField(props);

  return (
    <fieldset
      aria-describedby={attributes["aria-describedby"]}
      className={cx("grid min-w-0 content-start gap-2", className)}
    >
      <legend className={cx("mb-1 font-medium text-ink", hideLabel && "sr-only")}>{label}</legend>
      {hint ? (
        <p id={ids.hint} className="text-sm text-ink-muted">
          {hint}
        </p>
      ) : null}
      <FieldContext value={{ name, "aria-invalid": attributes["aria-invalid"] }}>
        {children}
      </FieldContext>
      <FieldErrors id={ids.errors} errors={errors} />
    </fieldset>
  );
}

export function InputControl({ className, ...rest }: ComponentProps<"input">) {
  return <input {...use(FieldContext)} {...rest} className={cx(controlStyle, className)} />;
}

export function TextAreaControl({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea {...use(FieldContext)} {...rest} className={cx(controlStyle, className)} />;
}

export function SelectControl({ className, ...rest }: ComponentProps<"select">) {
  return <select {...use(FieldContext)} {...rest} className={cx(controlStyle, className)} />;
}

type TickProps = ComponentProps<"input"> & { label: ReactNode; hint?: ReactNode };

/** A box or a dot to tick, with its words beside it; inside a group it takes the group's name. */
export function Tick({ label, hint, className, ...rest }: TickProps) {
  const { name, "aria-invalid": invalid } = use(FieldContext);
  return (
    <label className={cx("flex items-start gap-3", className)}>
      <input
        name={name}
        aria-invalid={invalid}
        {...rest}
        className="mt-[0.2rem] size-[1.125rem] shrink-0 accent-accent disabled:opacity-60 pointer-coarse:size-5"
      />
      <span className="grid min-w-0">
        <span className={rest.type === "radio" && hint ? "font-medium" : undefined}>{label}</span>
        {hint ? <span className="text-sm text-ink-muted">{hint}</span> : null}
      </span>
    </label>
  );
}

export function FieldErrors({ id, errors }: { id: string; errors: string[] }) {
  if (errors.length === 0) return null;
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm font-medium text-danger-ink">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{errors.join(" ")}</span>
    </p>
  );
}

function useField({ name, hint, optional, errors: own = [] }: FieldProps) {
  const id = useId();
  const errors = [...errorsOf(use(FormContext).state, name), ...own];
  const ids = { control: id, hint: `${id}hint`, errors: `${id}errors` };
  const describedBy = cx(hint != null && hint !== "" && ids.hint, errors.length > 0 && ids.errors);
  const attributes: Attributes = {
    "aria-describedby": describedBy || undefined,
    "aria-invalid": errors.length > 0 || undefined,
    "aria-required": optional ? undefined : true,
  };
  return { errors, ids, attributes };
}
