import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { IncidentHomeView } from "@/lib/incidents/home/queries";
import { severityLabels, signLabels, stateLabels } from "@/lib/incidents/labels";
import { now } from "@/lib/time";
import { NextDeadline } from "./next-deadline";

type Props = { incidents: IncidentHomeView["incidents"] };

/** On a unit's home page: the cases that go on. Nothing where nothing goes on. */
export function OpenIncidents({ incidents }: Props) {
  if (incidents.length === 0) return null;
  return (
    <Card
      title="Sự cố đang xử lý"
      aside={
        <ButtonLink href="/incidents" size="sm">
          Tất cả
        </ButtonLink>
      }
      flush
    >
      <ul>
        <OpenIncidentRows incidents={incidents} />
      </ul>
    </Card>
  );
}

export function OpenIncidentRows({ incidents }: Props) {
  return incidents.map((row) => (
    <li
      key={row.id}
      className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5 border-b border-line px-4 py-3 last:border-0 sm:px-5"
    >
      <div className="grid min-w-0 flex-1 basis-56 gap-0.5">
        <TextLink href={`/incidents/${row.id}`} className="font-medium pointer-coarse:py-2">
          {row.code} · {signLabels[row.sign].label}
        </TextLink>
        <p className="text-sm text-ink-muted">
          {row.unit.shortName} ·{" "}
          {row.handlerUnit ? `${row.handlerUnit.shortName} xử lý` : "chưa ai tiếp nhận"}
        </p>
      </div>
      <div className="grid justify-items-start gap-1 text-sm">
        <span className="flex flex-wrap gap-1">
          <Badge tone={stateLabels[row.state].tone}>{stateLabels[row.state].text}</Badge>
          <Badge tone={severityLabels[row.severity].tone}>
            {severityLabels[row.severity].text}
          </Badge>
        </span>
        <NextDeadline deadline={row.nextDeadline} at={now()} />
      </div>
    </li>
  ));
}
