import { Checkbox } from "./checkbox";
import { cx } from "./class-names";
import { FieldGroup, type FieldProps } from "./field";

type Props = FieldProps & {
  options: { value: string; label: string; hint?: string; disabled?: boolean }[];
  defaultValues?: string[];
  columns?: 1 | 2 | 3;
};

const grids = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-2 lg:grid-cols-3" };

/** Sent as a list when its `name` ends in `[]`. */
export function CheckboxGroup({ options, defaultValues = [], columns = 1, ...field }: Props) {
  return (
    <FieldGroup {...field}>
      <div className={cx("grid gap-x-6", grids[columns])}>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            {...option}
            defaultChecked={defaultValues.includes(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
