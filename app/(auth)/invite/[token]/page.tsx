import type { Metadata } from "next";
import { AuthFrame } from "@/components/shell/auth-frame";
import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import { currentCaller } from "@/lib/auth/caller";
import { Refusal } from "@/lib/errors";
import { openInvitation } from "@/lib/identity/invitations/commands";
import { formatInstant } from "@/lib/time";
import { acceptInvitationAction } from "./actions";

export const metadata: Metadata = {
  title: "Đặt mật khẩu",
  robots: { index: false },
  referrer: "no-referrer",
};

export default async function InvitationPage({ params }: PageProps<"/invite/[token]">) {
  const { token } = await params;
  const invitation = await attempt(token);
  if (typeof invitation === "string") {
    return (
      <AuthFrame title="Liên kết không mở được">
        <Alert tone="danger">{invitation}</Alert>
        <p>
          <TextLink href="/sign-in">Đến trang đăng nhập</TextLink>
        </p>
      </AuthFrame>
    );
  }

  const { user, expiresAt } = invitation;
  return (
    <AuthFrame
      title="Đặt mật khẩu"
      intro={`Chào ${user.fullName}, ${user.unit.name}. Đặt mật khẩu của riêng mình rồi đăng nhập. Liên kết dùng một lần, đến ${formatInstant(expiresAt)}.`}
    >
      <ActionForm
        action={acceptInvitationAction}
        hidden={{ token }}
        footer={
          <SubmitButton size="lg" className="w-full">
            Đặt mật khẩu
          </SubmitButton>
        }
      >
        <TextField
          label="Tên đăng nhập"
          name="username"
          defaultValue={user.username}
          readOnly
          autoComplete="username"
        />
        <PasswordField
          label="Mật khẩu mới"
          name="password"
          hint="Ít nhất 12 ký tự. Bốn, năm từ không liên quan với nhau là tốt; không cần ký tự đặc biệt."
          autoComplete="new-password"
        />
        <PasswordField label="Nhập lại mật khẩu mới" name="again" autoComplete="new-password" />
      </ActionForm>
    </AuthFrame>
  );
}

/** The link's invitation, or the sentence that says why there is none. */
async function attempt(token: string) {
  try {
    return await openInvitation(await currentCaller(), { token });
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
