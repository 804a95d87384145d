import { Card } from "@/components/ui/card";
import { postLabels } from "@/lib/duty/labels";
import type { RosterEditionRow } from "@/lib/duty/rosters/editions/rules";
import { formatInstant } from "@/lib/time";
import { spanWords } from "./span-text";

const SHOWN = 4;

/** Every version of a published roster: who changed what, when and why. */
export function EditionList({ editions }: { editions: RosterEditionRow[] }) {
  if (editions.length === 0) return null;
  return (
    <Card title="Các lần công bố và điều chỉnh">
      <ol className="grid gap-4">
        {editions.map(({ number, at, byName, reason, changes }) => (
          <li key={number} className="grid gap-1 text-sm">
            <p className="font-medium">
              Bản {number} · {formatInstant(at)} · {byName}
            </p>
            <p className="text-ink-muted">{reason}</p>
            {number === 1 ? (
              <p className="text-ink-muted">{changes.length} ca</p>
            ) : (
              <ul className="list-disc pl-5">
                {changes.slice(0, SHOWN).map((change) => (
                  <li key={`${change.startsAt.toISOString()}${change.post}${change.was}`}>
                    {postLabels[change.post]} {spanWords(change)}: {change.was ?? "chưa có"} →{" "}
                    {change.is ?? "để trống"}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
