import type { FieldProps } from "./field";

/** Parts what a field's frame needs from what goes on to its control. */
export function fieldPropsOf<Props extends FieldProps>({
  label,
  name,
  hint,
  optional,
  hideLabel,
  errors,
  className,
  ...control
}: Props) {
  return [{ label, name, hint, optional, hideLabel, errors, className }, control] as const;
}
