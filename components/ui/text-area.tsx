import type { ComponentProps } from "react";
import { Field, type FieldProps, TextAreaControl } from "./field";
import { fieldPropsOf } from "./field-props";

type Props = FieldProps & Omit<ComponentProps<"textarea">, keyof FieldProps>;

/** Grows with what is typed, where the browser can. */
export function TextArea(props: Props) {
  const [field, control] = fieldPropsOf(props);
  return (
    <Field {...field}>
      <TextAreaControl
        rows={4}
        {...control}
        className="field-sizing-content min-h-24 resize-y leading-relaxed max-h-[70vh]"
      />
    </Field>
  );
}
