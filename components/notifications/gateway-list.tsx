import { ActionButton } from "@/components/ui/action-button";
import { Badge } from "@/components/ui/badge";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import type { FormAction } from "@/lib/form-state";
import type { GatewayRow } from "@/lib/notifications/gateways/queries";
import { GatewayForm } from "./gateway-form";

type Props = { gateways: GatewayRow[]; update: FormAction; test: FormAction };

export function GatewayList({ gateways, update, test }: Props) {
  if (gateways.length === 0) {
    return (
      <EmptyState title="Chưa có cổng nào">
        Thêm cổng của tỉnh để gửi SMS hoặc tin Zalo cho người không mở ứng dụng.
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {gateways.map((gateway) => (
        <li
          key={gateway.id}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3 sm:px-5"
        >
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {gateway.name}
              <Badge tone={gateway.activeSince ? "success" : "neutral"}>
                {gateway.activeSince ? "Đang dùng" : "Đang tắt"}
              </Badge>
            </p>
            <p className="text-sm break-all text-ink-muted">{gateway.url}</p>
          </div>
          <div className="flex flex-wrap items-start gap-2">
            {gateway.activeSince ? (
              <ActionButton action={test} fields={{ gatewayId: gateway.id }} size="sm">
                Gửi thử<span className="sr-only"> qua {gateway.name}</span>
              </ActionButton>
            ) : null}
            <Dialog
              trigger="Sửa"
              triggerLabel={`Sửa cổng ${gateway.name}`}
              size="sm"
              title={gateway.name}
            >
              <GatewayForm action={update} gateway={gateway} />
            </Dialog>
          </div>
        </li>
      ))}
    </ul>
  );
}
