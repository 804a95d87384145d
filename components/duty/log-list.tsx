import { randomUUID } from "node:crypto";
import { Badge } from "@/components/ui/badge";
import { Dialog } from "@/components/ui/dialog";
import { TextLink } from "@/components/ui/text-link";
import { logLabels } from "@/lib/duty/log/labels";
import type { LogEntry } from "@/lib/duty/shifts/queries";
import { clockIsOff } from "@/lib/duty/shifts/rules";
import type { FormAction } from "@/lib/form-state";
import { formatInstant, formatTime } from "@/lib/time";
import { LogForm } from "./log-form";

type Props = { entries: LogEntry[]; shiftId: string; correct: FormAction | null };

/** Sổ trực of one shift. Nothing is rubbed out: what was wrong is struck and says where it is right. */
export function LogList({ entries, shiftId, correct }: Props) {
  const corrected = new Set(entries.map(({ correctsId }) => correctsId));
  return (
    <ol className="grid">
      {entries.map((entry) => {
        const wrong = corrected.has(entry.id);
        const { text, tone } = logLabels[entry.kind];
        return (
          <li
            key={entry.id}
            className="grid gap-x-4 gap-y-1 border-b border-line px-4 py-3 last:border-0 sm:grid-cols-[4rem_1fr_auto] sm:px-5"
          >
            <time dateTime={entry.happenedAt.toISOString()} className="font-medium tabular-nums">
              {formatTime(entry.happenedAt)}
            </time>
            <div className="grid min-w-0 gap-1">
              <div className="flex flex-wrap items-center gap-2">
                <Badge tone={tone}>{text}</Badge>
                {entry.correctsId ? <Badge tone="info">Đính chính</Badge> : null}
                {wrong ? <Badge tone="warning">Đã được đính chính</Badge> : null}
              </div>
              <p className={wrong ? "whitespace-pre-line line-through" : "whitespace-pre-line"}>
                {entry.text}
              </p>
              <p className="text-sm text-ink-muted">{sourceWords(entry)}</p>
              <IncidentLinks entry={entry} report={correct !== null && !wrong} />
            </div>
            {correct && !wrong ? (
              <Dialog
                trigger="Đính chính"
                triggerLabel={`Đính chính mục lúc ${formatTime(entry.happenedAt)}`}
                title="Đính chính mục trong sổ"
                description={entry.text}
                size="sm"
                variant="ghost"
              >
                <LogForm
                  hidden={{ requestId: randomUUID(), shiftId }}
                  action={correct}
                  corrects={{ id: entry.id, kind: entry.kind === "nil" ? "routine" : entry.kind }}
                />
              </Dialog>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

/** Which case an entry tells of; one about an incident that has none begins the report. */
function IncidentLinks({ entry, report }: { entry: LogEntry; report: boolean }) {
  if (entry.incidents.length === 0 && !(report && entry.kind === "incident")) return null;
  return (
    <p className="flex flex-wrap gap-x-4 text-sm">
      {entry.incidents.map(({ id, code }) => (
        <TextLink key={id} href={`/incidents/${id}`} className="pointer-coarse:py-2">
          Sự cố {code}
        </TextLink>
      ))}
      {entry.incidents.length === 0 ? (
        <TextLink href={`/incidents/new?log=${entry.id}`} className="pointer-coarse:py-2">
          Báo cáo sự cố này
        </TextLink>
      ) : null}
    </p>
  );
}

/** Who wrote it, and both times where they differ. */
function sourceWords({ writtenBy, happenedAt, recordedAt, deviceAt }: LogEntry) {
  const late = recordedAt.getTime() - happenedAt.getTime() > 60_000;
  return [
    writtenBy,
    ...(late ? [`gửi lên lúc ${formatInstant(recordedAt)}`] : []),
    ...(deviceAt && (late || clockIsOff(recordedAt, deviceAt))
      ? [`đồng hồ máy ghi ${formatInstant(deviceAt)}`]
      : []),
  ].join(" · ");
}
