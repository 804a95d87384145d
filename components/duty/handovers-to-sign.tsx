import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { postLabels } from "@/lib/duty/labels";
import type { HandoverToSign } from "@/lib/duty/shifts/queries";
import type { FormAction } from "@/lib/form-state";
import { formatInstant } from "@/lib/time";
import { spanWords } from "./span-text";

type Props = { handovers: HandoverToSign[]; sign: FormAction };

/** What the shift before leaves open; signing takes it over. */
export function HandoversToSign({ handovers, sign }: Props) {
  if (handovers.length === 0) return null;
  return (
    <Card title="Bàn giao chờ ký nhận">
      <ul className="grid gap-5">
        {handovers.map(({ id, points, writtenAt, shift }) => (
          <li key={id} className="grid gap-2">
            <p className="font-medium">
              {shift.person.name} giao ca {spanWords(shift)} · {postLabels[shift.post]}
            </p>
            <p className="text-sm text-ink-muted">Ghi lúc {formatInstant(writtenAt)}</p>
            <p className="whitespace-pre-line">{points || "Không còn việc tồn."}</p>
            <ActionForm
              action={sign}
              hidden={{ handoverId: id }}
              label={`Ký nhận bàn giao của ${shift.person.name}`}
              className="gap-3"
              footer={<SubmitButton>Ký nhận bàn giao</SubmitButton>}
            >
              <TextField label="Ý kiến khi nhận" name="note" optional maxLength={500} />
            </ActionForm>
          </li>
        ))}
      </ul>
    </Card>
  );
}
