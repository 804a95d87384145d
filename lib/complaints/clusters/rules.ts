import type { ComplaintKind } from "../schema";
import type { SourceKind } from "../sources/schema";

type Cluster = { kind: SourceKind; value: string; complaints: number; scams: number };

/** A link that is sent around must not be one to press. */
export const disarmed = (kind: SourceKind, value: string) =>
  kind === "url" || kind === "domain" || kind === "email" ? value.replaceAll(".", "[.]") : value;

/** Up, down or as before: the last seven days next to the seven before. */
export function trendOf(days: { day: string; count: number }[]) {
  const sum = (from: number, to?: number) =>
    days.slice(from, to).reduce((all, { count }) => all + count, 0);
  const [before, last] = [sum(-14, -7), sum(-7)];
  if (last > before) return "up";
  return last < before ? "down" : "same";
}

const asks: Record<SourceKind, string> = {
  phone: "không nghe, không gọi lại, không trả lời",
  short_code: "không soạn tin, không gọi tới",
  brandname: "không làm theo tin nhắn, gọi lại tổng đài chính thức để hỏi",
  url: "không mở đường dẫn, không nhập mật khẩu, mã OTP",
  domain: "không mở trang này, không nhập mật khẩu, mã OTP",
  email: "không mở tệp kèm, không trả lời",
  other: "không làm theo",
};

/** For the communes: what it is and what to do. */
export const warningDraft = ({ kind, value, complaints }: Cluster, what: string) =>
  `Cảnh báo ${what} ${disarmed(kind, value)}: đã có ${complaints} phản ánh. Đề nghị thông báo cho người dân: ${asks[kind]}; không chuyển tiền; báo 156 hoặc công an xã.`;

/** For residents, to copy to Zalo or to hang up. */
export const awarenessMessage = ({ kind, value, complaints, scams }: Cluster, what: string) =>
  [
    `⚠️ CẢNH BÁO ${scams > 0 ? "LỪA ĐẢO" : "TIN RÁC"}`,
    `${what}: ${disarmed(kind, value)}`,
    `Người dân trong huyện đã phản ánh ${complaints} lần.`,
    `Khi gặp: ${asks[kind]}. Không chuyển tiền, không cung cấp mã OTP.`,
    "Báo tới 156 (miễn phí): LD [số] [nội dung], hoặc công an xã, thị trấn.",
  ].join("\n");

export const isScam = (kind: ComplaintKind) => kind !== "spam_sms" && kind !== "spam_call";
