import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { FileField } from "@/components/ui/file-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { periodicLabels } from "@/lib/directives/periodic/labels";
import type { PeriodicRow } from "@/lib/directives/periodic/queries";
import type { FormAction } from "@/lib/form-state";
import { formatDue, formatInstant } from "@/lib/time";

type Props = {
  periods: PeriodicRow[];
  words: string;
  requestId: string;
  action: FormAction | null;
};

/** Every period of one obligation; the one that is owed now stands first with its form. */
export function PeriodicList({ periods, words, requestId, action }: Props) {
  if (periods.length === 0) return null;
  const owed = periods.filter(({ state }) => state === "missing");
  const next = periods.find(({ state }) => state === "waiting");
  const open = action ? [...owed, ...(next ? [next] : [])] : [];
  return (
    <Card title="Báo cáo định kỳ" description={words} flush>
      <LastSent periods={periods} />
      {open.length > 0 && action ? (
        <ol>
          {open.map((period, index) => (
            <li key={period.id} className="grid gap-3 border-b border-line px-4 py-4 sm:px-5">
              <p className="flex flex-wrap items-center gap-2">
                <Badge tone={period.state === "missing" ? "danger" : "info"}>
                  {period.state === "missing" ? "Thiếu" : "Kỳ tới"}
                </Badge>
                <b>Kỳ {formatInstant(period.dueAt)}</b>
                <span className="text-sm text-ink-muted">{formatDue(period.dueAt)}</span>
              </p>
              <PeriodForm
                period={period}
                // One request per period: sending one does not stop the next.
                requestId={index === 0 ? requestId : derived(requestId, index)}
                action={action}
                // What is not due yet does not take the place of what was just pressed.
                urgent={period.state === "missing" && index === 0}
              />
            </li>
          ))}
        </ol>
      ) : null}
      <PastPeriods periods={periods} />
    </Card>
  );
}

/** What arrived last, so that whoever has just sent one sees that it did. */
function LastSent({ periods }: { periods: PeriodicRow[] }) {
  const [last] = periods
    .flatMap(({ reportedAt, ...period }) => (reportedAt ? [{ ...period, reportedAt }] : []))
    .sort((a, b) => b.reportedAt.getTime() - a.reportedAt.getTime());
  if (!last) return null;
  return (
    <p className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3 text-sm sm:px-5">
      <Badge tone="success">Đã gửi</Badge>
      <span>
        Kỳ {formatInstant(last.dueAt)}
        {last.nilReport ? ", không phát sinh" : ""}
      </span>
      <span className="text-ink-muted">gửi {formatInstant(last.reportedAt)}</span>
    </p>
  );
}

type FormProps = { period: PeriodicRow; requestId: string; action: FormAction; urgent: boolean };

function PeriodForm({ period, requestId, action, urgent }: FormProps) {
  const when = formatInstant(period.dueAt);
  const hidden = { periodicReportId: period.id, requestId };
  return (
    <div className="flex flex-wrap items-start gap-3">
      <ActionForm action={action} hidden={{ ...hidden, kind: "nil" }}>
        <SubmitButton
          variant={urgent ? "primary" : "secondary"}
          aria-label={`Không phát sinh, kỳ ${when}`}
        >
          Không phát sinh
        </SubmitButton>
      </ActionForm>
      <details className="min-w-0 flex-1 basis-64">
        <summary className="w-fit cursor-pointer py-2 font-medium text-accent pointer-coarse:py-3">
          Có nội dung báo cáo
        </summary>
        <ActionForm action={action} hidden={{ ...hidden, kind: "result" }} className="mt-2 gap-3">
          <TextArea label={`Tình hình kỳ ${when}`} name="text" rows={3} required />
          <FileField label="Tệp minh chứng" name="files[]" multiple optional />
          <div>
            <SubmitButton>Gửi báo cáo kỳ này</SubmitButton>
          </div>
        </ActionForm>
      </details>
    </div>
  );
}

function PastPeriods({ periods }: { periods: PeriodicRow[] }) {
  const count = (state: PeriodicRow["state"]) =>
    periods.filter((period) => period.state === state).length;
  return (
    <details className="px-4 py-3 sm:px-5">
      <summary className="w-fit cursor-pointer text-sm pointer-coarse:py-2">
        <b>{periods.length}</b> kỳ: {count("on_time")} đúng hạn, {count("late")} muộn,{" "}
        {count("missing")} thiếu, {count("waiting")} chưa tới
      </summary>
      <ol className="mt-2 grid gap-1.5 text-sm">
        {periods.map((period) => (
          <li key={period.id} className="flex flex-wrap items-center gap-2">
            <span className="w-36 tabular-nums">{formatInstant(period.dueAt)}</span>
            <Badge tone={periodicLabels[period.state].tone}>
              {periodicLabels[period.state].text}
              {period.nilReport ? " · không phát sinh" : ""}
            </Badge>
            {period.reportedAt ? (
              <span className="text-ink-muted">gửi {formatInstant(period.reportedAt)}</span>
            ) : null}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Another request id made from this one: the same page sent twice makes the same. */
const derived = (requestId: string, index: number) =>
  requestId.slice(0, -4) +
  ((Number.parseInt(requestId.slice(-4), 16) + index) % 0x10000).toString(16).padStart(4, "0");
