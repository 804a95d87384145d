import { cx } from "./class-names";
import { FieldGroup, type FieldProps, Tick } from "./field";

type Props = FieldProps & {
  options: { value: string; label: string; hint?: string; disabled?: boolean }[];
  defaultValue?: string;
  /** `pairs` are beside each other on a phone too: for short words. */
  columns?: 1 | 2 | 3 | "pairs";
};

const grids = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-3", pairs: "grid-cols-2" };

export function RadioCards({ options, defaultValue, columns = 1, ...field }: Props) {
  return (
    <FieldGroup {...field}>
      <div className={cx("grid gap-2", grids[columns])}>
        {options.map((option) => (
          <Tick
            key={option.value}
            type="radio"
            {...option}
            defaultChecked={option.value === defaultValue}
            className={cx(
              "rounded-md border border-line-strong/60 bg-surface px-3.5 py-3 transition-colors",
              "hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft",
              "has-checked:ring-1 has-checked:ring-accent",
            )}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
