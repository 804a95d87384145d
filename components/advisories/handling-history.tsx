import { Card } from "@/components/ui/card";
import { FileChip } from "@/components/ui/file-chip";
import { Timeline } from "@/components/ui/timeline";
import type { HandlingView } from "@/lib/advisories/detail/queries";
import { handlingLabels, stepLabels } from "@/lib/advisories/labels";
import { formatSize } from "@/lib/files/rules";
import { formatInstant } from "@/lib/time";

type Step = HandlingView["steps"][number];

export function HandlingHistory({ handling }: { handling: HandlingView }) {
  const { steps, evidence } = handling;
  return (
    <Card title="Quá trình xử lý">
      <div className="grid gap-4">
        {evidence.length > 0 ? (
          <ul className="flex flex-wrap gap-2" aria-label="Minh chứng">
            {evidence.map(({ id, file }) => (
              <li key={id}>
                <FileChip
                  href={`/api/files/${file.id}`}
                  name={file.name}
                  size={formatSize(file.size)}
                />
              </li>
            ))}
          </ul>
        ) : null}
        {steps.length === 0 ? <p className="text-ink-muted">Đơn vị chưa xem cảnh báo.</p> : null}
        <Timeline
          items={steps.map((step) => ({
            id: step.id,
            title: titleOf(step),
            at: formatInstant(step.at),
            dateTime: step.at.toISOString(),
            by: step.byName,
            body: bodyOf(step),
          }))}
        />
      </div>
    </Card>
  );
}

const titleOf = ({ kind, state }: Step) =>
  kind === "answer" ? handlingLabels[state].text : (stepLabels[kind] ?? handlingLabels[state].text);

function bodyOf({ kind, total, affected, patched, mitigated, text }: Step) {
  const figures =
    kind === "answer" && total !== null
      ? `${total} máy đã kiểm tra, ${affected} bị ảnh hưởng, ${patched} đã vá, ${mitigated} giảm thiểu tạm.`
      : "";
  return [figures, text].filter(Boolean).join(" ") || undefined;
}
