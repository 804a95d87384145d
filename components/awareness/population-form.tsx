import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ComparedUnit } from "@/lib/awareness/comparison/queries";
import type { FormAction } from "@/lib/form-state";

type Props = {
  rows: Pick<ComparedUnit, "unitId" | "unit" | "population">[];
  action: FormAction;
};

/** All units of one page at once, as they stand in the statistics office's table; or one alone. */
export function PopulationForm({ rows, action }: Props) {
  return (
    <ActionForm
      action={action}
      label="Số dân"
      whenDone="keep"
      footer={<SubmitButton>Lưu số dân</SubmitButton>}
    >
      <div className={rows.length > 1 ? "grid gap-4 sm:grid-cols-2 lg:grid-cols-3" : "grid"}>
        {rows.map(({ unitId, unit, population }) => (
          <div key={unitId}>
            <input type="hidden" name="unitIds[]" value={unitId} />
            <TextField
              label={unit}
              name="populations[]"
              inputMode="numeric"
              optional
              defaultValue={population?.toString() ?? ""}
            />
          </div>
        ))}
      </div>
    </ActionForm>
  );
}
