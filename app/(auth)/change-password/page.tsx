import type { Metadata } from "next";
import { LeaveButton } from "@/components/identity/leave-button";
import { PasswordForm } from "@/components/identity/password-form";
import { AuthFrame } from "@/components/shell/auth-frame";
import { requireStep } from "@/lib/auth/session";
import { signOutAction } from "../sign-in/actions";
import { changeTemporaryPasswordAction } from "./actions";

export const metadata: Metadata = { title: "Đặt mật khẩu mới" };

export default async function ChangePasswordPage() {
  const { fullName } = await requireStep("change-password");

  return (
    <AuthFrame
      title="Đặt mật khẩu mới"
      intro={`Chào ${fullName}. Mật khẩu đang dùng là mật khẩu tạm, hãy đặt mật khẩu của riêng mình.`}
    >
      <PasswordForm action={changeTemporaryPasswordAction} currentLabel="Mật khẩu tạm" />
      <LeaveButton action={signOutAction}>Để sau, đăng xuất</LeaveButton>
    </AuthFrame>
  );
}
