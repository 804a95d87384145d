import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { silenceWords } from "@/lib/directives/calls/labels";
import type { SilentUnit } from "@/lib/directives/calls/queries";
import { byKind } from "@/lib/directives/calls/rules";
import { formatInstant } from "@/lib/time";
import { type CallActions, CallControls } from "./call-controls";
import { CallPhones } from "./call-phones";

type Props = { directiveId: string; units: SilentUnit[]; actions: CallActions | null };

/** Silent units under the name of their kind: what they owe, whom to call, who has called. */
export function CallList({ directiveId, units, actions }: Props) {
  return byKind(units).map(({ kind, rows }) => (
    <Card key={kind} title={kind} flush>
      <ul>
        {rows.map((unit) => (
          <li
            key={unit.unitId}
            className="grid gap-x-6 gap-y-3 border-b border-line px-4 py-4 last:border-0 sm:px-5 lg:grid-cols-[minmax(0,4fr)_minmax(0,5fr)_minmax(0,4fr)]"
          >
            <div className="grid content-start gap-1">
              <h3 className="font-medium">
                <TextLink href={`/directives/${directiveId}/calls/${unit.unitId}`}>
                  {unit.name}
                </TextLink>
              </h3>
              <Silence unit={unit} />
            </div>
            <CallPhones unit={unit} />
            <CallControls unit={unit} actions={actions} />
          </li>
        ))}
      </ul>
    </Card>
  ));
}

export function Silence({ unit }: { unit: SilentUnit }) {
  const { overdue, remindedAt } = unit;
  return (
    <div className="grid gap-0.5 text-sm">
      <p className={overdue > 0 ? "text-danger-ink" : "text-warning-ink"}>
        {silenceWords(unit) || "Không còn nợ gì"}
      </p>
      <p className="text-ink-muted">
        {remindedAt ? `Nhắc gần nhất ${formatInstant(remindedAt)}` : "Chưa nhắc lần nào"}
      </p>
    </div>
  );
}
