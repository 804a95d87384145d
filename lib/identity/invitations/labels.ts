import type { InvitationState } from "./rules";

export const invitationLabels: Record<InvitationState, string> = {
  open: "Chưa dùng",
  used: "Đã dùng",
  revoked: "Đã thu hồi",
  expired: "Hết hạn",
};

const ASK = "Nhờ quản trị hệ thống cấp liên kết mới.";

/** What whoever opens such a link is told. */
export const closedLinkSentences: Record<Exclude<InvitationState, "open"> | "unknown", string> = {
  used: "Liên kết này đã được dùng. Hãy đăng nhập bằng mật khẩu đã đặt; nếu quên, nhờ quản trị hệ thống cấp liên kết mới.",
  revoked: `Liên kết này đã bị thu hồi hoặc đã có liên kết mới hơn. ${ASK}`,
  expired: `Liên kết này đã hết hạn. ${ASK}`,
  unknown: `Liên kết không đúng, có thể bị thiếu một đoạn khi sao chép. Mở lại cả liên kết đã nhận. Nếu vẫn không được: ${ASK.toLowerCase()}`,
};
