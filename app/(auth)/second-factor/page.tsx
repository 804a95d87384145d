import type { Metadata } from "next";
import { LeaveButton } from "@/components/identity/leave-button";
import { AuthFrame } from "@/components/shell/auth-frame";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { requireStep } from "@/lib/auth/session";
import { signOutAction } from "../sign-in/actions";
import { completeSignInAction } from "./actions";

export const metadata: Metadata = { title: "Xác thực hai lớp" };

export default async function SecondFactorPage({ searchParams }: PageProps<"/second-factor">) {
  const { next } = await searchParams;
  const { fullName } = await requireStep("second-factor");

  return (
    <AuthFrame
      title="Xác thực hai lớp"
      intro={`Chào ${fullName}. Mở ứng dụng xác thực trên điện thoại và nhập mã đang hiện.`}
    >
      <ActionForm
        action={completeSignInAction}
        hidden={{ next: typeof next === "string" ? next : "" }}
        footer={
          <SubmitButton size="lg" className="w-full">
            Xác nhận
          </SubmitButton>
        }
      >
        <TextField
          label="Mã xác thực"
          name="code"
          hint="6 chữ số, hoặc một trong các mã dự phòng."
          maxLength={64}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
        />
      </ActionForm>
      <LeaveButton action={signOutAction}>Đăng nhập tài khoản khác</LeaveButton>
    </AuthFrame>
  );
}
