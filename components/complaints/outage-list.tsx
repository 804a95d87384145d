import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { DateTimeField } from "@/components/ui/date-time-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/form-state";
import type { OutageRow } from "@/lib/infrastructure/queries";
import { formatInstant, formatSpan, now } from "@/lib/time";

type Props = { outages: OutageRow[]; end?: FormAction };

export function OutageList({ outages, end }: Props) {
  return (
    <ul>
      {outages.map((outage) => (
        <li
          key={outage.id}
          className="grid gap-2 border-b border-line px-4 py-3 last:border-0 sm:px-5"
        >
          <p className="flex flex-wrap items-center gap-2 font-medium">
            {outage.unit.shortName}: {outage.what}
            <Badge tone={outage.endsAt ? "success" : "danger"}>
              {outage.endsAt ? "Đã khắc phục" : "Đang mất liên lạc"}
            </Badge>
          </p>
          <p className="text-sm text-ink-muted">
            Từ {formatInstant(outage.startsAt)}
            {outage.endsAt ? ` đến ${formatInstant(outage.endsAt)}` : ""},{" "}
            {formatSpan((outage.endsAt ?? now()).getTime() - outage.startsAt.getTime())}
            {outage.communes.length > 0 ? ` · ${outage.communes.join(", ")}` : ""}
          </p>
          {outage.mayEnd && end ? (
            <ActionForm
              action={end}
              hidden={{ outageId: outage.id }}
              className="flex flex-wrap items-end gap-3"
            >
              <DateTimeField label="Khắc phục lúc" name="endsAt" defaultValue={now()} />
              <SubmitButton variant="secondary">Đã khắc phục</SubmitButton>
            </ActionForm>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
