import { DefinitionList } from "@/components/ui/definition-list";
import type { NoticeChoices } from "@/lib/notifications/choices/queries";

/** By which channels notices reach this person now, and what is missing for the others. */
export function ChannelStates({ choices, browsers }: { choices: NoticeChoices; browsers: number }) {
  const { ready, emailAddress, phone } = choices;
  const mail = emailAddress ?? "Chưa ghi địa chỉ.";
  const message = phone ? `Tới số ${phone}.` : "Tài khoản chưa có số điện thoại.";
  return (
    <DefinitionList
      items={[
        ["Trong ứng dụng", "Luôn có ở trang chủ."],
        ["Thư điện tử", ready.includes("email") ? mail : OFF],
        [
          "Trình duyệt",
          browsers > 0 ? `${browsers} trình duyệt đang nhận.` : "Chưa bật trên trình duyệt nào.",
        ],
        ["Tin nhắn", ready.includes("webhook") ? message : "Hệ thống chưa có cổng tin nhắn."],
      ]}
    />
  );
}

const OFF = "Hệ thống chưa đặt máy chủ thư, nên chưa gửi thư cho ai.";
