import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DateTimeField } from "@/components/ui/date-time-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import type { ExtensionRow } from "@/lib/directives/extensions/queries";
import type { FormAction } from "@/lib/form-state";
import { formatInstant } from "@/lib/time";

type Props = { extensions: ExtensionRow[]; decide: FormAction | null };

/** What was asked and what came of it; the open one carries the district's form. */
export function ExtensionCard({ extensions, decide }: Props) {
  if (extensions.length === 0) return null;
  return (
    <Card title="Gia hạn" flush>
      <ul>
        {extensions.map((row) => (
          <li
            key={row.id}
            className="grid gap-2 border-b border-line px-4 py-4 last:border-0 sm:px-5"
          >
            <p className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
              <ExtensionBadge row={row} />
              {row.by.fullName}, {formatInstant(row.at)}
            </p>
            <p>
              Xin lùi từ <b>{formatInstant(row.dueAtBefore)}</b> tới{" "}
              <b>{formatInstant(row.askedUntil)}</b>
              {row.grantedUntil && row.grantedUntil.getTime() !== row.askedUntil.getTime() ? (
                <>
                  , huyện cho tới <b>{formatInstant(row.grantedUntil)}</b>
                </>
              ) : null}
              . {row.reason}
            </p>
            {row.answer ? <p className="text-sm">Huyện trả lời: {row.answer}</p> : null}
            {decide && !row.decidedAt ? <DecisionForm row={row} decide={decide} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ExtensionBadge({ row }: { row: ExtensionRow }) {
  if (!row.decidedAt) return <Badge tone="warning">Chờ huyện trả lời</Badge>;
  return row.grantedUntil ? (
    <Badge tone="success">Đã gia hạn</Badge>
  ) : (
    <Badge tone="danger">Không gia hạn</Badge>
  );
}

function DecisionForm({ row, decide }: { row: ExtensionRow; decide: FormAction }) {
  return (
    <ActionForm action={decide} hidden={{ extensionId: row.id }} className="gap-3">
      <DateTimeField
        label="Gia hạn tới"
        name="grantedUntil"
        defaultValue={row.askedUntil}
        min={row.dueAtBefore}
        optional
      />
      <TextArea
        label="Trả lời"
        name="answer"
        rows={2}
        optional
        hint="Bắt buộc khi không gia hạn."
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="decision" value="grant">
          Đồng ý gia hạn
        </SubmitButton>
        <SubmitButton variant="secondary" name="decision" value="refuse">
          Không gia hạn
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
