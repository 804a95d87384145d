import { ActionForm } from "@/components/ui/action-form";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/form-state";

export function PasswordForm({
  action,
  currentLabel = "Mật khẩu hiện tại",
}: {
  action: FormAction;
  currentLabel?: string;
}) {
  return (
    <ActionForm action={action} footer={<SubmitButton>Đổi mật khẩu</SubmitButton>}>
      <PasswordField label={currentLabel} name="current" autoComplete="current-password" />
      <PasswordField
        label="Mật khẩu mới"
        name="password"
        hint="Ít nhất 12 ký tự. Bốn, năm từ không liên quan với nhau là tốt; không cần ký tự đặc biệt."
        autoComplete="new-password"
      />
      <PasswordField label="Nhập lại mật khẩu mới" name="again" autoComplete="new-password" />
    </ActionForm>
  );
}
