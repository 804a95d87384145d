import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { IncidentView } from "@/lib/incidents/detail/queries";
import { formatInstant } from "@/lib/time";

/** Entries of the shift log that tell of the case, and who has looked at a restricted one. */
export function LinkedLog({ incident }: { incident: IncidentView }) {
  const { logEntries, views } = incident;
  return (
    <>
      {logEntries.length > 0 ? (
        <Card title="Trong sổ trực">
          <ul className="grid gap-2">
            {logEntries.map((entry) => (
              <li key={entry.id} className="text-sm">
                <TextLink href={`/duty/shifts/${entry.shiftId}`}>
                  {formatInstant(entry.happenedAt)}
                </TextLink>
                <p>{entry.text}</p>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {views.length > 0 ? (
        <Card title="Lượt xem" description="Sự cố hạn chế: mỗi lượt xem đều được ghi.">
          <ul className="grid gap-1 text-sm text-ink-muted">
            {views.map((view) => (
              <li key={`${view.userId}${view.at.toISOString()}${view.what}`}>
                {formatInstant(view.at)} · {view.userName}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}
