import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { KeepFresh } from "@/components/live/keep-fresh";
import { ChannelTable } from "@/components/notifications/channel-table";
import { DeliveryAlerts } from "@/components/notifications/delivery-alerts";
import { GatewayForm } from "@/components/notifications/gateway-form";
import { GatewayList } from "@/components/notifications/gateway-list";
import { TroubleTable } from "@/components/notifications/trouble-table";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { Plus } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { listTroubles, summariseDelivery } from "@/lib/notifications/deliveries/queries";
import { listGateways } from "@/lib/notifications/gateways/queries";
import {
  addGatewayAction,
  pauseChannelAction,
  resumeChannelAction,
  retryDeliveryAction,
  testGatewayAction,
  updateGatewayAction,
} from "./actions";

export const metadata: Metadata = { title: "Gửi thông báo" };

export default async function DeliveryPage() {
  const actor = await requireActor();
  const summary = await summariseDelivery(actor);
  if (!summary) notFound();
  const [troubles, gateways] = await Promise.all([listTroubles(actor), listGateways(actor)]);

  return (
    <>
      <KeepFresh seconds={10} />
      <PageHeader
        title="Gửi thông báo"
        breadcrumb={[{ href: "/admin", label: "Quản trị" }]}
        description="Thông báo ra khỏi ứng dụng bằng đường nào, tin nào không tới và vì sao."
      />
      <div className="grid gap-6">
        <DeliveryAlerts summary={summary} />
        <Card title="Các kênh" description="Số liệu 24 giờ qua" flush>
          <ChannelTable
            channels={summary.channels}
            pause={pauseChannelAction}
            resume={resumeChannelAction}
          />
        </Card>
        <Card
          title="Cổng tin nhắn"
          description="Nơi đổi thông báo thành SMS hoặc tin Zalo. Mỗi tin là một POST có chữ ký HMAC-SHA256."
          aside={
            <Dialog
              trigger="Thêm cổng"
              icon={<Plus aria-hidden />}
              size="sm"
              title="Thêm cổng tin nhắn"
            >
              <GatewayForm action={addGatewayAction} gateway={null} />
            </Dialog>
          }
          flush
        >
          <GatewayList gateways={gateways} update={updateGatewayAction} test={testGatewayAction} />
        </Card>
        <Card title="Không tới, hoặc không rõ đã tới" flush>
          <TroubleTable troubles={troubles} retry={retryDeliveryAction} />
        </Card>
      </div>
    </>
  );
}
