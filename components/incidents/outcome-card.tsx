import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import type { IncidentView } from "@/lib/incidents/detail/queries";
import { formatInstant } from "@/lib/time";

/** Why it was raised above, why it is no incident, how it ended. */
export function OutcomeCard({ incident }: { incident: IncidentView }) {
  const { state, escalatedAt, escalateReason, stateReason, resolution, cause, lessons } = incident;
  return (
    <>
      {escalatedAt && state !== "closed" ? (
        <Alert tone="danger" title={`Vượt khả năng, báo lúc ${formatInstant(escalatedAt)}`}>
          {escalateReason}
        </Alert>
      ) : null}
      {stateReason && state !== "closed" ? (
        <Alert tone="info" title="Lý do chuyển bước gần nhất">
          {stateReason}
        </Alert>
      ) : null}
      {resolution ? (
        <Card title="Kết quả">
          <DefinitionList
            items={[
              ["Kết quả xử lý", resolution],
              ["Nguyên nhân", cause],
              ["Bài học", lessons],
            ]}
          />
        </Card>
      ) : null}
    </>
  );
}
