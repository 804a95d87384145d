import type { ComponentProps } from "react";
import { Field, type FieldProps, InputControl } from "./field";
import { fieldPropsOf } from "./field-props";

type Props = FieldProps & Omit<ComponentProps<"input">, keyof FieldProps>;

export function TextField(props: Props) {
  const [field, control] = fieldPropsOf(props);
  return (
    <Field {...field}>
      <InputControl type="text" {...control} />
    </Field>
  );
}
