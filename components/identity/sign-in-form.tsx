import { ActionForm } from "@/components/ui/action-form";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";

export function SignInForm({ action, next }: { action: FormAction; next: string }) {
  return (
    <ActionForm
      action={action}
      hidden={{ next }}
      footer={
        <SubmitButton size="lg" className="w-full">
          Đăng nhập
        </SubmitButton>
      }
    >
      <TextField
        label="Tên đăng nhập"
        name="username"
        maxLength={64}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField
        label="Mật khẩu"
        name="password"
        maxLength={1000}
        autoComplete="current-password"
      />
    </ActionForm>
  );
}
