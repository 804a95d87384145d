import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { FormAction } from "@/lib/form-state";
import type { IncidentHomeView } from "@/lib/incidents/home/queries";
import { signLabels } from "@/lib/incidents/labels";
import { OpenIncidentRows } from "./open-incidents";
import { WarningItem } from "./warning-item";

type Props = { home: IncidentHomeView; acknowledgeWarning: FormAction };

/** On a home page: what happens now, and what waits for this unit's answer. Nothing where nothing is. */
export function IncidentHome({ home, acknowledgeWarning }: Props) {
  const { incidents, tasks, warnings, injects } = home;
  return (
    <>
      {warnings.length > 0 ? (
        <Card title="Cảnh báo nhanh chờ xác nhận" flush>
          <ul>
            {warnings.map((receipt) => (
              <WarningItem
                key={receipt.warning.id}
                receipt={receipt}
                acknowledge={acknowledgeWarning}
              />
            ))}
          </ul>
        </Card>
      ) : null}
      {injects.map((inject) => (
        <Card
          key={inject.id}
          title={`DIỄN TẬP · ${inject.drill.name}`}
          description={`Báo cáo trong ${inject.reportMinutes} phút. Không phải sự cố thật.`}
          className="border-2 border-dashed border-warning-line"
        >
          <p className="font-medium">{signLabels[inject.sign].label}</p>
          <p className="mb-3">{inject.text}</p>
          <ButtonLink href={`/incidents/new?inject=${inject.id}`} variant="primary">
            Báo cáo sự cố diễn tập
          </ButtonLink>
        </Card>
      ))}
      {incidents.length > 0 || tasks.length > 0 ? (
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
            {tasks.map((task) => (
              <li key={task.id} className="border-b border-line px-4 py-3 last:border-0 sm:px-5">
                <TextLink href={`/incidents/${task.incidentId}`} className="pointer-coarse:py-2">
                  {task.code}: {task.text}
                </TextLink>
                <p className="text-sm text-ink-muted">Việc giao cho tôi</p>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}
