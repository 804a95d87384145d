import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { FormField } from "@/lib/incidents/reports/forms/fields/schema";

type Props = { field: FormField; value: string | string[] | undefined };

/** One line of a statutory form, as whoever fills it sees it. */
export function ReportInput({ field, value }: Props) {
  const { name, label, hint, input } = field;
  const common = { label, hint, optional: !field.required };
  const options = [...(field.options ?? [])];
  const text = typeof value === "string" ? value : "";
  if (input === "many") {
    const chosen = Array.isArray(value) ? value : [];
    return (
      <CheckboxGroup
        {...common}
        name={`${name}[]`}
        options={options}
        defaultValues={chosen}
        columns={2}
      />
    );
  }
  if (input === "one") {
    return (
      <SelectField
        {...common}
        name={name}
        options={options}
        defaultValue={text}
        placeholder="Chưa rõ"
      />
    );
  }
  if (input === "long" || input === "addresses") {
    const rows = input === "long" ? 4 : 2;
    return <TextArea {...common} name={name} rows={rows} defaultValue={text} />;
  }
  return <TextField {...common} name={name} type={types[input]} defaultValue={text} />;
}

const types = { line: "text", phone: "tel", email: "email", moment: "datetime-local" } as const;
