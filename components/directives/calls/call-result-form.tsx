import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { resultLabels } from "@/lib/directives/calls/labels";
import type { UnitCall } from "@/lib/directives/calls/queries";
import { callResults } from "@/lib/directives/calls/schema";
import type { FormAction } from "@/lib/form-state";

type Props = { call: UnitCall; unit: string; action: FormAction };

/** What the call came to, in one press; the words before it are not required. */
export function CallResultForm({ call, unit, action }: Props) {
  return (
    <ActionForm
      action={action}
      hidden={{ callId: call.id }}
      label={`Kết quả cuộc gọi ${unit}`}
      className="gap-2"
    >
      <TextField
        label="Ghi chú"
        name="note"
        hideLabel
        optional
        maxLength={500}
        defaultValue={call.note}
        placeholder="Ghi chú, không bắt buộc"
      />
      <div className="flex flex-wrap gap-2">
        {callResults.map((result) => (
          <SubmitButton key={result} variant="secondary" size="sm" name="result" value={result}>
            {resultLabels[result].text}
          </SubmitButton>
        ))}
      </div>
    </ActionForm>
  );
}
