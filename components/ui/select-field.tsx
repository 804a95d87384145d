import type { ComponentProps } from "react";
import { Field, type FieldProps, SelectControl } from "./field";
import { fieldPropsOf } from "./field-props";
import { ChevronDown } from "./icons";

export type Option = { value: string; label: string; disabled?: boolean };
export type OptionGroup = { label: string; options: Option[] };

type Props = FieldProps &
  Omit<ComponentProps<"select">, keyof FieldProps | "children"> & {
    options: (Option | OptionGroup)[];
    /** The first, empty choice: `Chọn đơn vị`. */
    placeholder?: string;
  };

export function SelectField({ options, placeholder, ...props }: Props) {
  const [field, control] = fieldPropsOf(props);
  return (
    <Field {...field}>
      <div className="relative">
        <SelectControl
          // A choice changed elsewhere is shown when the page is drawn anew: React alone keeps the first.
          key={String(control.defaultValue)}
          {...control}
          className="appearance-none pr-9 text-ellipsis"
        >
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((option) =>
            "options" in option ? (
              <optgroup key={option.label} label={option.label}>
                {option.options.map(choice)}
              </optgroup>
            ) : (
              choice(option)
            ),
          )}
        </SelectControl>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-muted"
        />
      </div>
    </Field>
  );
}

const choice = ({ value, label, disabled }: Option) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
);
