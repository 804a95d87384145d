import { Alert } from "@/components/ui/alert";
import type { DeliverySummary } from "@/lib/notifications/deliveries/queries";
import { formatInstant } from "@/lib/time";

/** What keeps everything from going out, said first. */
export function DeliveryAlerts({ summary }: { summary: DeliverySummary }) {
  const { running, lastHeardAt, hasAddress } = summary;
  return (
    <>
      {running ? null : (
        <Alert tone="danger" title="Tiến trình gửi không chạy">
          {lastHeardAt
            ? `Nghe lần cuối lúc ${formatInstant(lastHeardAt)}. `
            : "Chưa chạy lần nào. "}
          Không thông báo nào được gửi ra ngoài. Khởi động lại ứng dụng hoặc chạy npm run worker.
        </Alert>
      )}
      {hasAddress ? null : (
        <Alert tone="warning" title="Chưa đặt PUBLIC_URL">
          Thư và tin nhắn không có đường dẫn để mở ứng dụng.
        </Alert>
      )}
    </>
  );
}
