import { SelectField } from "@/components/ui/select-field";
import type { Candidates } from "@/lib/incidents/detail/queries";

/** People under the names of their units. */
export function PersonField(props: {
  label: string;
  name: string;
  candidates: Candidates;
  defaultValue?: string;
}) {
  const { candidates, ...field } = props;
  const units = [...new Set(candidates.people.map(({ unitName }) => unitName))];
  return (
    <SelectField
      {...field}
      optional
      placeholder="Chưa chọn"
      options={units.map((unitName) => ({
        label: unitName,
        options: candidates.people
          .filter((person) => person.unitName === unitName)
          .map(({ id, fullName }) => ({ value: id, label: fullName })),
      }))}
    />
  );
}
