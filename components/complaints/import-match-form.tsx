import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { fieldLabels } from "@/lib/complaints/import/labels";
import type { ImportView } from "@/lib/complaints/import/queries";
import { importFields, requiredFields } from "@/lib/complaints/import/schema";
import type { FormAction } from "@/lib/form-state";

/** Which column is what; remembered for the telco's next file. */
export function ImportMatchForm({ file, action }: { file: ImportView; action: FormAction }) {
  const options = file.header.map((title, index) => ({
    value: String(index),
    label: title || `Cột ${index + 1}`,
  }));
  return (
    <Card title="Cột nào là gì" description="Được nhớ cho tệp sau của đơn vị.">
      <ActionForm
        action={action}
        hidden={{ importId: file.id }}
        whenDone="keep"
        label="Đối chiếu cột"
        footer={<SubmitButton variant="secondary">Đối chiếu lại</SubmitButton>}
      >
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {importFields.map((field) => (
            <SelectField
              key={field}
              label={fieldLabels[field]}
              name={field}
              optional={!requiredFields.includes(field)}
              placeholder="Không có trong tệp"
              defaultValue={String(file.columns[field] ?? "")}
              options={options}
            />
          ))}
        </div>
      </ActionForm>
    </Card>
  );
}
