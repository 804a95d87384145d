import type { Metadata } from "next";
import { PasswordForm } from "@/components/identity/password-form";
import { SecondFactorPanel } from "@/components/identity/second-factor-panel";
import { SessionList } from "@/components/identity/session-list";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { roleLabels } from "@/lib/identity/labels";
import { findOwnDetails } from "@/lib/identity/people/queries";
import { findSecondFactor } from "@/lib/identity/second-factor/queries";
import { listSessions } from "@/lib/identity/sessions/queries";
import {
  beginEnrolmentAction,
  changePasswordAction,
  confirmEnrolmentAction,
  disableSecondFactorAction,
  renewRecoveryCodesAction,
  revokeOtherSessionsAction,
  revokeSessionAction,
} from "./actions";

export const metadata: Metadata = { title: "Hồ sơ của tôi" };

export default async function ProfilePage() {
  const actor = await requireActor();
  const [person, sessions, factor] = await Promise.all([
    findOwnDetails(actor),
    listSessions(actor),
    findSecondFactor(actor),
  ]);
  const secured = factor.state === "on";

  return (
    <>
      <PageHeader title="Hồ sơ của tôi" />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title="Thông tin">
          <DefinitionList
            items={[
              ["Họ và tên", person.fullName],
              ["Tên đăng nhập", person.username],
              ["Chức vụ", person.title],
              ["Vai trò", roleLabels[person.role]],
              ["Đơn vị", person.unit.name],
              ["Điện thoại", person.phone],
            ]}
          />
          <p className="mt-4 text-sm text-ink-muted">Có sai sót thì báo quản trị hệ thống sửa.</p>
          <ButtonLink href="/profile/notices" className="mt-4">
            Chọn cách nhận thông báo
          </ButtonLink>
        </Card>
        <Card title="Thiết bị đang đăng nhập" flush>
          <SessionList
            sessions={sessions}
            revoke={revokeSessionAction}
            revokeOthers={revokeOtherSessionsAction}
          />
        </Card>
        <Card title="Đổi mật khẩu">
          <PasswordForm action={changePasswordAction} />
        </Card>
        <Card
          title="Xác thực hai lớp"
          aside={
            <Badge tone={secured ? "success" : "warning"}>
              {secured ? "Đang bật" : "Đang tắt"}
            </Badge>
          }
        >
          <SecondFactorPanel
            factor={factor}
            begin={beginEnrolmentAction}
            confirm={confirmEnrolmentAction}
            disable={disableSecondFactorAction}
            renewCodes={renewRecoveryCodesAction}
          />
        </Card>
      </div>
    </>
  );
}
