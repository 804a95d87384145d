import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { incidentAddress, severityLabels, signLabels, stateLabels } from "@/lib/incidents/labels";
import type { BoardColumn } from "@/lib/incidents/queries";
import { NextDeadline } from "./next-deadline";

/** Open cases by step; side by side where there is room, one after the other on a phone. */
export function IncidentBoard({ columns, at }: { columns: BoardColumn[]; at: Date }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-6">
      {columns.map(({ state, total, rows }) => (
        <section
          key={state}
          aria-label={stateLabels[state].text}
          className="grid content-start gap-2"
        >
          <h2 className="flex items-baseline justify-between border-b border-line pb-1 font-semibold">
            {stateLabels[state].text}
            <span className="font-normal text-ink-muted tabular-nums">{total}</span>
          </h2>
          {rows.map((row) => (
            <article
              key={row.id}
              className="grid gap-1.5 rounded-lg border border-line bg-surface p-3 text-sm shadow-card"
            >
              <TextLink href={`/incidents/${row.id}`} className="font-medium pointer-coarse:py-2">
                {row.code} · {signLabels[row.sign].label}
              </TextLink>
              <p className="text-ink-muted">{row.unit.shortName}</p>
              <Badge tone={severityLabels[row.severity].tone}>
                {severityLabels[row.severity].text}
              </Badge>
              <NextDeadline deadline={row.nextDeadline} at={at} />
            </article>
          ))}
          {rows.length === 0 ? <p className="text-sm text-ink-muted">Không có.</p> : null}
          {total > rows.length ? (
            <TextLink href={incidentAddress({ state })} className="text-sm pointer-coarse:py-2">
              Xem cả {total}
            </TextLink>
          ) : null}
        </section>
      ))}
    </div>
  );
}
