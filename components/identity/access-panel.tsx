import { ActionButton } from "@/components/ui/action-button";
import { Checkbox } from "@/components/ui/checkbox";
import type { FormAction } from "@/lib/form-state";
import type { InvitationView } from "@/lib/identity/invitations/queries";
import { InvitationPanel } from "./invitation-panel";
import { ShownOnceForm } from "./shown-once-form";

type Props = {
  person: { id: string; disabledAt: Date | null; totpConfirmedAt: Date | null };
  resetPassword: FormAction;
  disable: FormAction;
  enable: FormAction;
  invitation: InvitationView | null;
  renew: FormAction;
  revoke: FormAction;
};

/** Giving someone a way in, and taking it away. */
export function AccessPanel({ person, resetPassword, disable, enable, ...links }: Props) {
  const fields = { personId: person.id };
  return (
    <div className="grid gap-6">
      <InvitationPanel personId={person.id} {...links} />

      <ShownOnceForm
        action={resetPassword}
        hidden={fields}
        submit="Cấp mật khẩu tạm"
        variant="secondary"
        shown={{
          title: "Mật khẩu tạm",
          advice:
            "Đọc cho người dùng qua điện thoại hoặc trao tận tay. Mật khẩu này không hiện lại nữa; lần đăng nhập tới họ phải đặt mật khẩu mới.",
          doneHref: `/admin/people/${person.id}`,
        }}
      >
        <p className="text-ink-muted">
          Mật khẩu cũ mất hiệu lực, mọi thiết bị của người này bị đăng xuất.
        </p>
        {person.totpConfirmedAt ? (
          <Checkbox
            name="secondFactor"
            value="on"
            label="Gỡ luôn xác thực hai lớp (người dùng mất điện thoại)"
          />
        ) : null}
      </ShownOnceForm>

      <div className="border-t border-line pt-5">
        {person.disabledAt ? (
          <ActionButton action={enable} fields={fields}>
            Mở khóa tài khoản
          </ActionButton>
        ) : (
          <ActionButton
            action={disable}
            fields={fields}
            variant="danger"
            confirm={{
              title: "Khóa tài khoản này?",
              description:
                "Người này bị đăng xuất ngay trên mọi thiết bị và không đăng nhập được nữa cho đến khi mở khóa.",
              confirmLabel: "Khóa tài khoản",
            }}
          >
            Khóa tài khoản
          </ActionButton>
        )}
      </div>
    </div>
  );
}
