import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import type { OwnWarning } from "@/lib/incidents/warnings/queries";
import { formatInstant } from "@/lib/time";

type Props = { receipt: OwnWarning; acknowledge: FormAction };

/** What to look out for, and the unit's answer. */
export function WarningItem({ receipt, acknowledge }: Props) {
  const { warning, acknowledgedAt, acknowledgedBy, answer } = receipt;
  return (
    <li className="grid gap-2 border-b border-line px-4 py-3 last:border-0 sm:px-5">
      <p className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
        {warning.drill ? <Badge tone="warning">Diễn tập</Badge> : null}
        <span>
          {warning.sentByUnit}, {formatInstant(warning.sentAt)}
        </span>
      </p>
      <p className="font-medium whitespace-pre-line">{warning.text}</p>
      {warning.indicators.length > 0 ? (
        <ul className="grid gap-0.5 font-mono text-sm [overflow-wrap:anywhere]">
          {warning.indicators.map((indicator) => (
            <li key={indicator}>{indicator}</li>
          ))}
        </ul>
      ) : null}
      {acknowledgedAt ? (
        <p className="text-sm text-success-ink">
          {acknowledgedBy} xác nhận lúc {formatInstant(acknowledgedAt)}
          {answer ? `: ${answer}` : "."}
        </p>
      ) : (
        <ActionForm
          action={acknowledge}
          hidden={{ warningId: warning.id }}
          label="Xác nhận cảnh báo"
          className="gap-3"
        >
          <TextField
            label="Đã rà soát, kết quả"
            name="answer"
            optional
            maxLength={1000}
            placeholder="Ví dụ: đã chặn, không máy nào truy cập"
          />
          <div>
            <SubmitButton>Đã nhận cảnh báo</SubmitButton>
          </div>
        </ActionForm>
      )}
    </li>
  );
}
