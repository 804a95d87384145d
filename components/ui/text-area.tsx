import type { ComponentProps } from "react";
import { Field, type FieldProps, TextAreaControl } from "./field";
import { fieldPropsOf } from "./field-props";

type Props = FieldProps & Omit<ComponentProps<"textarea">, keyof FieldProps>;

/** Grows with what is typed, where the browser can. */
export function TextArea({ rows = 4, ...props }: Props) {
  const [field, control] = fieldPropsOf(props);
  return (
    <Field {...field}>
      <TextAreaControl
        rows={rows}
        {...control}
        style={{ minHeight: `${rows * 1.55 + 1.1}rem` }}
        className="field-sizing-content resize-y leading-relaxed max-h-[70vh]"
      />
    </Field>
  );
}
