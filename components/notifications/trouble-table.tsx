import { ActionButton } from "@/components/ui/action-button";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { FormAction } from "@/lib/form-state";
import { channelLabels } from "@/lib/notifications/choices/labels";
import { deliveryStates } from "@/lib/notifications/deliveries/labels";
import type { TroubleRow } from "@/lib/notifications/deliveries/queries";
import { noticeLabel } from "@/lib/notifications/labels";
import { formatInstant } from "@/lib/time";

type Props = { troubles: TroubleRow[]; retry: FormAction };

/** Whom something did not reach, and why. What it said is not shown: it may be confidential. */
export function TroubleTable({ troubles, retry }: Props) {
  if (troubles.length === 0) {
    return (
      <EmptyState title="Mọi thông báo đều đã tới">
        Tin không gửi được sau 8 lần thử sẽ hiện ở đây với lý do.
      </EmptyState>
    );
  }
  return (
    <Table caption="Thông báo không tới hoặc không rõ đã tới">
      <thead>
        <tr>
          <Th>Người nhận</Th>
          <Th>Thông báo</Th>
          <Th>Kênh</Th>
          <Th>Trạng thái</Th>
          <Th>Lý do</Th>
          <Th>Thao tác</Th>
        </tr>
      </thead>
      <tbody>
        {troubles.map((one) => (
          <Tr key={one.id}>
            <Td label="Người nhận">
              {one.person}
              <span className="block text-ink-muted">{one.unit}</span>
            </Td>
            <Td label="Thông báo">
              {noticeLabel(one.kind).label}
              <span className="block text-ink-muted">{formatInstant(one.at)}</span>
            </Td>
            <Td label="Kênh">{channelLabels[one.channel]}</Td>
            <Td label="Trạng thái">
              <Badge tone={deliveryStates[one.state].tone}>{deliveryStates[one.state].label}</Badge>
              <span className="block text-ink-muted">
                {one.state === "waiting"
                  ? `thử lại ${formatInstant(one.dueAt)}`
                  : `${one.attempts} lần thử`}
              </span>
            </Td>
            <Td label="Lý do" className="break-words">
              {one.error}
            </Td>
            <Td label="Thao tác">
              <ActionButton
                action={retry}
                fields={{ deliveryId: one.id }}
                size="sm"
                confirm={
                  one.state === "unconfirmed"
                    ? {
                        title: "Gửi lại tin này?",
                        description:
                          "Không rõ lần trước đã tới chưa, nên người nhận có thể nhận hai lần.",
                        confirmLabel: "Gửi lại",
                      }
                    : undefined
                }
              >
                Gửi lại<span className="sr-only"> cho {one.person}</span>
              </ActionButton>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
