import { Badge } from "@/components/ui/badge";
import { severityLabels, stateLabels, tlpLabels } from "@/lib/incidents/labels";
import { isRestricted } from "@/lib/incidents/rules";
import type { IncidentState, Severity, Tlp } from "@/lib/incidents/schema";

type Props = {
  incident: {
    code: string;
    unit: { name: string };
    state: IncidentState;
    severity: Severity;
    tlp: Tlp;
    escalatedAt: Date | null;
  };
};

/** Where a case stands, at one look. */
export function IncidentBadges({ incident }: Props) {
  const { code, unit, state, severity, tlp, escalatedAt } = incident;
  return (
    <>
      <span className="font-semibold text-ink tabular-nums">{code}</span>
      <span className="font-medium text-ink">{unit.name}</span>
      <Badge tone={stateLabels[state].tone}>{stateLabels[state].text}</Badge>
      <Badge tone={severityLabels[severity].tone}>
        Mức {severityLabels[severity].text.toLowerCase()}
      </Badge>
      {escalatedAt ? <Badge tone="danger">Vượt khả năng</Badge> : null}
      {isRestricted({ tlp }) ? <Badge tone="warning">{tlpLabels[tlp].text}</Badge> : null}
    </>
  );
}
