import { ActionButton } from "@/components/ui/action-button";
import { ButtonLink } from "@/components/ui/button-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { FormAction } from "@/lib/form-state";
import type { DrillView } from "@/lib/incidents/drills/queries";
import { signLabels } from "@/lib/incidents/labels";
import { formatSpan, formatTime } from "@/lib/time";

type Props = { drill: DrillView; ownUnitId: string; remove: FormAction; see: FormAction };

/** The script, and how each unit reacted to its situation. */
export function InjectTable({ drill, ownUnitId, remove, see }: Props) {
  return (
    <Table caption="Tình huống">
      <thead>
        <tr>
          <Th>Phút</Th>
          <Th>Đơn vị, tình huống</Th>
          <Th>Nhận</Th>
          <Th>Người trực</Th>
          <Th>Báo cáo</Th>
          <Th numeric>Điểm</Th>
        </tr>
      </thead>
      <tbody>
        {drill.injects.map((inject) => {
          const own = inject.unitId === ownUnitId && drill.state === "running" && !drill.may.run;
          const since = (at: Date | null | undefined) =>
            at && inject.injectedAt
              ? `sau ${formatSpan(at.getTime() - inject.injectedAt.getTime())}`
              : "–";
          return (
            <Tr key={inject.id}>
              <Td label="Phút">
                {inject.minute}
                {inject.injectedAt ? ` (${formatTime(inject.injectedAt)})` : ""}
              </Td>
              <Th scope="row">
                {inject.unit.shortName} · {signLabels[inject.sign].label}
                <p className="text-sm font-normal text-ink-muted">{inject.text}</p>
                {own && !inject.incident ? (
                  <div className="mt-2 flex flex-wrap gap-2">
                    {inject.seenAt ? null : (
                      <ActionButton action={see} fields={{ injectId: inject.id }}>
                        Đã nhận tình huống
                      </ActionButton>
                    )}
                    <ButtonLink href={`/incidents/new?inject=${inject.id}`} variant="primary">
                      Báo cáo sự cố
                    </ButtonLink>
                  </div>
                ) : null}
                {drill.may.run && !inject.injectedAt && drill.state !== "over" ? (
                  <ActionButton
                    action={remove}
                    fields={{ drillId: drill.id, injectId: inject.id }}
                    variant="ghost"
                    size="sm"
                  >
                    Bỏ
                  </ActionButton>
                ) : null}
              </Th>
              <Td label="Nhận">{since(inject.seenAt)}</Td>
              <Td label="Người trực">
                {inject.injectedAt ? (inject.onDuty ? "Có mặt" : "Không có ai nhận ca") : "–"}
              </Td>
              <Td label="Báo cáo">
                {inject.incident ? (
                  <TextLink
                    href={`/incidents/${inject.incident.id}`}
                    className="pointer-coarse:py-2"
                  >
                    {inject.code}, {since(inject.incident.reportedAt)}
                  </TextLink>
                ) : (
                  `hạn ${inject.reportMinutes} phút`
                )}
              </Td>
              <Td label="Điểm" numeric>
                {inject.score ? inject.score.total : "–"}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
