import { Card } from "@/components/ui/card";
import type {
  CascadeSummary,
  ImplementingDocumentRow,
} from "@/lib/directives/implementing/queries";
import type { CascadeLevel } from "@/lib/directives/implementing/rules";
import { formatDay } from "@/lib/time";

const names = { province: "Tỉnh", district: "Huyện", unit: "Xã, cơ quan" } as const;

type Props = {
  levels: CascadeLevel[];
  summary: CascadeSummary;
  documents: ImplementingDocumentRow[];
};

/** From the province's document through the district's to the units' own, with the days each took. */
export function CascadeCard({ levels, summary, documents }: Props) {
  const { units, documented, medianDays, longestDays } = summary;
  return (
    <Card title="Triển khai qua các cấp">
      <ol className="flex flex-wrap items-stretch gap-x-2 gap-y-3">
        {levels.map(({ level, day, days }) => (
          <Step key={level} name={names[level]} when={formatDay(new Date(day))}>
            {days === null ? null : `sau ${days} ngày`}
          </Step>
        ))}
        <Step name={names.unit} when={`${documented}/${units} đơn vị`}>
          {medianDays === null
            ? "chưa có văn bản triển khai"
            : `một nửa trong ${medianDays} ngày, lâu nhất ${longestDays} ngày`}
        </Step>
      </ol>
      {documents.length > 0 ? (
        <details className="mt-4">
          <summary className="w-fit cursor-pointer text-sm font-medium text-accent pointer-coarse:py-2">
            Danh sách văn bản triển khai
          </summary>
          <ul className="mt-2 grid gap-1.5 text-sm">
            {documents.map((document) => (
              <li key={document.id}>
                <b>{document.unit.name}</b>: {document.number} ngày {formatDay(document.issuedOn)},{" "}
                {document.subject}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Card>
  );
}

type StepProps = { name: string; when: string; children: React.ReactNode };

function Step({ name, when, children }: StepProps) {
  return (
    <li className="grid min-w-40 flex-1 content-start gap-0.5 border-l-4 border-accent pl-3">
      <span className="text-sm text-ink-muted">{name}</span>
      <span className="font-semibold tabular-nums">{when}</span>
      <span className="text-sm text-ink-muted">{children}</span>
    </li>
  );
}
