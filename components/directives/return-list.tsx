import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { PhoneLink } from "@/components/ui/phone-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import type { ReturnRow } from "@/lib/directives/returns/queries";
import type { FormAction } from "@/lib/form-state";
import { formatInstant } from "@/lib/time";

/** Units that gave the directive back; what waits for an answer carries its form. */
export function ReturnList({
  returns,
  decide,
}: {
  returns: ReturnRow[];
  decide: FormAction | null;
}) {
  if (returns.length === 0) return null;
  return (
    <Card title="Trả lại văn bản" flush>
      <ul>
        {returns.map((row) => (
          <li
            key={row.id}
            className="grid gap-2 border-b border-line px-4 py-4 last:border-0 sm:px-5"
          >
            <p className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
              <ReturnBadge row={row} />
              <span className="font-medium text-ink">{row.receipt.unit.name}</span>
              {row.by.fullName}, {formatInstant(row.at)}
              {row.receipt.unit.phone ? (
                <PhoneLink phone={row.receipt.unit.phone} name={row.receipt.unit.name} />
              ) : null}
            </p>
            <p className="whitespace-pre-line">{row.reason}</p>
            {row.answer ? <p className="text-sm">Huyện trả lời: {row.answer}</p> : null}
            {decide && !row.decidedAt ? <DecisionForm id={row.id} decide={decide} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ReturnBadge({ row }: { row: ReturnRow }) {
  if (!row.decidedAt) return <Badge tone="warning">Chờ huyện trả lời</Badge>;
  return row.released ? (
    <Badge tone="success">Đồng ý</Badge>
  ) : (
    <Badge tone="danger">Giao lại</Badge>
  );
}

function DecisionForm({ id, decide }: { id: string; decide: FormAction }) {
  return (
    <ActionForm action={decide} hidden={{ returnId: id }} className="gap-3">
      <TextArea
        label="Trả lời đơn vị"
        name="answer"
        rows={2}
        optional
        hint="Bắt buộc khi giao lại."
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="decision" value="release">
          Đồng ý, đơn vị không phải làm
        </SubmitButton>
        <SubmitButton variant="secondary" name="decision" value="resend">
          Giao lại
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
