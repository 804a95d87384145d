import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DeviceMemory } from "@/components/duty/offline/device-memory";
import { ProvinceSignIn } from "@/components/identity/province-sign-in";
import { SignInForm } from "@/components/identity/sign-in-form";
import { AuthFrame } from "@/components/shell/auth-frame";
import { Alert } from "@/components/ui/alert";
import { provinceSignIn } from "@/lib/auth/province";
import { currentSession } from "@/lib/auth/session";
import { safePath } from "@/lib/identity/sign-in/rules";

export const metadata: Metadata = { title: "Đăng nhập" };

import { signInAction } from "./actions";

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, error, invited } = await searchParams;
  const path = safePath(typeof next === "string" ? next : "");
  // Whoever has just set a password signs in with it, also where another person's session is open.
  if (!invited && (await currentSession())?.step === "open") redirect(path);

  return (
    <AuthFrame title="Đăng nhập" intro="Dùng tài khoản do quản trị hệ thống cấp.">
      {invited ? (
        <Alert tone="success" className="mb-4" title="Đã đặt mật khẩu.">
          Đăng nhập bằng tên đăng nhập và mật khẩu vừa đặt.
        </Alert>
      ) : null}
      <DeviceMemory />
      {error ? (
        <Alert tone="danger" className="mb-4">
          Không đăng nhập được bằng tài khoản của tỉnh. Nếu tài khoản chưa được gắn, hãy báo quản
          trị hệ thống.
        </Alert>
      ) : null}
      <SignInForm action={signInAction} next={path} />
      {provinceSignIn ? <ProvinceSignIn label={provinceSignIn.label} next={path} /> : null}
    </AuthFrame>
  );
}
