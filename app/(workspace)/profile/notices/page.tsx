import type { Metadata } from "next";
import { BrowserList } from "@/components/notifications/browser-list";
import { ChannelStates } from "@/components/notifications/channel-states";
import { ChoicesForm } from "@/components/notifications/choices-form";
import { TestResult } from "@/components/notifications/test-result";
import { ActionButton } from "@/components/ui/action-button";
import { Card } from "@/components/ui/card";
import { Send } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { listOwnBrowsers } from "@/lib/notifications/browsers/queries";
import { findNoticeChoices } from "@/lib/notifications/choices/queries";
import {
  chooseNoticesAction,
  forgetOwnBrowserAction,
  rememberBrowserAction,
  sendTestNoticeAction,
} from "./actions";

export const metadata: Metadata = { title: "Nhận thông báo" };

export default async function NoticeChoicesPage() {
  const actor = await requireActor();
  const [choices, own] = await Promise.all([findNoticeChoices(actor), listOwnBrowsers(actor)]);

  return (
    <>
      <PageHeader
        title="Nhận thông báo"
        breadcrumb={[{ href: "/profile", label: "Hồ sơ của tôi" }]}
        description="Mọi thông báo luôn có ở trang chủ. Ở đây chọn loại nào được gửi thêm ra ngoài, bằng cách nào."
      />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <Card title="Loại nào, bằng cách nào">
          <ChoicesForm action={chooseNoticesAction} choices={choices} />
        </Card>
        <div className="grid gap-6">
          <Card title="Đang nhận ở đâu">
            <div className="grid gap-4">
              <ChannelStates choices={choices} browsers={own.browsers.length} />
              <ActionButton action={sendTestNoticeAction} icon={<Send aria-hidden />}>
                Gửi thử
              </ActionButton>
              <TestResult tests={choices.lastTest} />
            </div>
          </Card>
          <Card
            title="Thông báo trên trình duyệt"
            description="Hiện cả khi không mở trang, không nêu nội dung vụ việc."
          >
            <BrowserList
              {...own}
              remember={rememberBrowserAction}
              forget={forgetOwnBrowserAction}
            />
          </Card>
        </div>
      </div>
    </>
  );
}
