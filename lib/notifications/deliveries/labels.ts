import type { Tone } from "../labels";

export type DeliveryState =
  | "waiting"
  | "sending"
  | "handing"
  | "handed"
  | "sent"
  | "unconfirmed"
  | "failed"
  | "dropped";

export const deliveryStates: Record<DeliveryState, { label: string; tone: Tone }> = {
  waiting: { label: "Đang chờ", tone: "info" },
  sending: { label: "Đang gửi", tone: "info" },
  handing: { label: "Đang gửi", tone: "info" },
  handed: { label: "Đang gửi", tone: "info" },
  sent: { label: "Đã gửi", tone: "success" },
  unconfirmed: { label: "Không rõ", tone: "warning" },
  failed: { label: "Không gửi được", tone: "danger" },
  dropped: { label: "Thôi gửi", tone: "neutral" },
};
