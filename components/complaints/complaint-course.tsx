import { Card } from "@/components/ui/card";
import { Timeline } from "@/components/ui/timeline";
import { entryLabels, stateLabels, stepLabels } from "@/lib/complaints/labels";
import type { ComplaintView } from "@/lib/complaints/queries";
import { formatInstant } from "@/lib/time";

/** The ladder of the source, and how this one case went. */
export function ComplaintCourse({ complaint }: { complaint: ComplaintView }) {
  const { measures, entries, followed, enteredBy, enteredAt } = complaint;
  const told = entries.length > 0 ? entries : null;
  return (
    <>
      {measures.length > 0 ? (
        <Card title="Biện pháp với nguồn này">
          <Timeline
            items={measures.map((measure) => ({
              id: measure.id,
              title: stepLabels[measure.step],
              at: formatInstant(measure.takenAt),
              dateTime: measure.takenAt.toISOString(),
              by: [measure.telco.shortName, measure.byName].filter(Boolean).join(", "),
              body: measure.note || undefined,
              tone: "success",
            }))}
          />
        </Card>
      ) : null}
      <Card title="Diễn biến">
        <Timeline
          items={[
            ...(
              told ?? [
                {
                  id: "first",
                  kind: "enter",
                  at: enteredAt,
                  text: "",
                  byName: enteredBy,
                  unitName: "",
                },
              ]
            ).map((entry) => ({
              id: entry.id,
              title: entryLabels[entry.kind] ?? entry.kind,
              at: formatInstant(entry.at),
              dateTime: entry.at.toISOString(),
              by: [entry.byName, entry.unitName].filter(Boolean).join(", "),
              body: entry.text || undefined,
            })),
            ...followed.map((next) => ({
              id: next.id,
              title: `${next.telco}: ${stateLabels[next.state].text.toLowerCase()}`,
              at: formatInstant(next.closedAt ?? next.since),
              body: next.stateReason || undefined,
              tone: stateLabels[next.state].tone,
            })),
          ]}
        />
      </Card>
    </>
  );
}
