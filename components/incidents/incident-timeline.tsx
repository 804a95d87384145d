import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { DateTimeField } from "@/components/ui/date-time-field";
import { Dialog } from "@/components/ui/dialog";
import { FilterLinks } from "@/components/ui/filter-links";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { Timeline } from "@/components/ui/timeline";
import type { FormAction } from "@/lib/form-state";
import type { IncidentView } from "@/lib/incidents/detail/queries";
import { entryLabel } from "@/lib/incidents/entries/labels";
import type { TimelineOrder } from "@/lib/incidents/entries/schema";
import { WORDS_LIMIT } from "@/lib/incidents/schema";
import { formatInstant } from "@/lib/time";

type Props = { incident: IncidentView; order: TimelineOrder; add: FormAction };

/** What happened, newest first: by when it happened, or by when it was written down. */
export function IncidentTimeline({ incident, order, add }: Props) {
  const { id, entries, may, at } = incident;
  return (
    <Card
      title="Diễn biến"
      aside={
        may.add ? (
          <Dialog trigger="Cập nhật diễn biến" title="Cập nhật diễn biến" size="sm">
            <ActionForm
              action={add}
              hidden={{ incidentId: id, requestId: randomUUID() }}
              label="Cập nhật diễn biến"
              footer={<SubmitButton>Ghi diễn biến</SubmitButton>}
            >
              <TextArea
                label="Việc gì, kết quả ra sao"
                name="text"
                rows={4}
                maxLength={WORDS_LIMIT}
              />
              <DateTimeField label="Xảy ra lúc" name="happenedAt" defaultValue={at} />
            </ActionForm>
          </Dialog>
        ) : null
      }
    >
      <div className="grid gap-4">
        <FilterLinks
          label="Thứ tự diễn biến"
          links={[
            { href: `/incidents/${id}`, label: "Theo giờ xảy ra", current: order === "event" },
            {
              href: `/incidents/${id}?order=record`,
              label: "Theo giờ ghi",
              current: order === "record",
            },
          ]}
        />
        <Timeline
          items={entries.map((entry) => {
            const { text, tone } = entryLabel(entry.kind);
            const main = order === "event" ? entry.happenedAt : entry.recordedAt;
            const other = order === "event" ? entry.recordedAt : entry.happenedAt;
            const apart = Math.abs(main.getTime() - other.getTime()) > 60_000;
            return {
              id: entry.id,
              title: text,
              tone,
              at: `${formatInstant(main)}${apart ? `, ${order === "event" ? "ghi" : "xảy ra"} lúc ${formatInstant(other)}` : ""}`,
              dateTime: main.toISOString(),
              by: entry.unitName ? `${entry.byName}, ${entry.unitName}` : entry.byName,
              body: <p className="whitespace-pre-line [overflow-wrap:anywhere]">{entry.text}</p>,
            };
          })}
        />
      </div>
    </Card>
  );
}
