import { ActionForm } from "@/components/ui/action-form";
import { EmptyState } from "@/components/ui/empty-state";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextLink } from "@/components/ui/text-link";
import { lateLabels, lateWords } from "@/lib/campaigns/lateness/labels";
import type { LateRow } from "@/lib/campaigns/lateness/queries";
import type { FormAction } from "@/lib/form-state";
import { formatInstant, now } from "@/lib/time";

type Props = { campaignId: string; rows: LateRow[]; give: FormAction | null };

/** Each thing that came late, how late, and why. */
export function LateList({ campaignId, rows, give }: Props) {
  if (rows.length === 0) {
    return (
      <EmptyState title="Không có việc nào chậm">Mọi việc đến hạn đã làm đúng hạn.</EmptyState>
    );
  }
  return (
    <ul>
      {rows.map((row) => (
        <li
          key={row.kind + row.subjectId}
          className="grid gap-1.5 border-b border-line px-4 py-3 last:border-0 sm:px-5"
        >
          <p className="flex flex-wrap justify-between gap-x-4">
            <TextLink href={hrefOf(row)} className="font-medium">
              {row.unit}
            </TextLink>
            <span className="text-sm text-danger-ink">{lateWords(row, now())}</span>
          </p>
          <p className="text-sm break-words text-ink-muted">
            {lateLabels[row.kind]}: {row.text} · hạn {formatInstant(row.dueAt)}
          </p>
          {row.said ? <p className="text-sm">Đơn vị nêu khi xin gia hạn: {row.said}</p> : null}
          {row.reason ? (
            <p className="border-l-2 border-line pl-3 text-sm">
              {row.reason} <span className="text-ink-muted">({row.writtenBy})</span>
            </p>
          ) : null}
          {give ? (
            <details>
              <summary className="w-fit cursor-pointer text-sm font-medium text-accent pointer-coarse:py-2">
                {row.reason ? "Sửa lý do" : "Ghi lý do"}
                <span className="sr-only"> của {row.unit}</span>
              </summary>
              <ActionForm
                key={row.version}
                action={give}
                hidden={{
                  campaignId,
                  kind: row.kind,
                  subjectId: row.subjectId,
                  version: String(row.version),
                }}
                className="mt-2"
                label={`Lý do: ${row.unit}`}
                footer={
                  <SubmitButton variant="secondary" size="sm">
                    Lưu lý do
                  </SubmitButton>
                }
              >
                <TextArea
                  label="Vì sao chậm"
                  name="text"
                  rows={2}
                  maxLength={1000}
                  defaultValue={row.reason ?? row.said ?? ""}
                />
              </ActionForm>
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

const places: Record<LateRow["kind"], string> = {
  assignment: "/assignments/",
  quick_report: "/duty/reports/",
  shift: "/duty/shifts/",
};
const hrefOf = ({ kind, subjectId }: LateRow) => places[kind] + subjectId;
