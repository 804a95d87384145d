import type { ComponentProps } from "react";
import { isoDay, localInput } from "@/lib/time";
import { Field, type FieldProps, InputControl } from "./field";
import { fieldPropsOf } from "./field-props";

type Props = FieldProps &
  Omit<
    ComponentProps<"input">,
    keyof FieldProps | "type" | "defaultValue" | "value" | "min" | "max"
  > & {
    precision?: "day" | "minute";
    defaultValue?: Date | null;
    min?: Date;
    max?: Date;
  };

export function DateTimeField({ precision = "minute", defaultValue, min, max, ...props }: Props) {
  const [field, control] = fieldPropsOf(props);
  const write = precision === "day" ? isoDay : localInput;
  return (
    <Field {...field}>
      <InputControl
        {...control}
        type={precision === "day" ? "date" : "datetime-local"}
        defaultValue={defaultValue ? write(defaultValue) : undefined}
        min={min && write(min)}
        max={max && write(max)}
      />
    </Field>
  );
}
