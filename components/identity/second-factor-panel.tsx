import { ActionForm } from "@/components/ui/action-form";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import type { SecondFactorView } from "@/lib/identity/second-factor/queries";
import { formatDay } from "@/lib/time";
import { QrCode } from "./qr-code";
import { ShownOnceForm } from "./shown-once-form";

type Props = {
  factor: SecondFactorView;
  begin: FormAction;
  confirm: FormAction;
  disable: FormAction;
  renewCodes: FormAction;
};

const shown = {
  title: "Mã dự phòng của anh/chị",
  advice:
    "Mỗi mã dùng được một lần khi không có điện thoại. Chép hoặc in ra, cất nơi an toàn: các mã này không hiện lại nữa.",
  doneHref: "/profile",
};

const password = <PasswordField label="Mật khẩu" name="password" autoComplete="current-password" />;

export function SecondFactorPanel({ factor, begin, confirm, disable, renewCodes }: Props) {
  if (factor.state === "off") return <Off begin={begin} />;
  if (factor.state === "waiting") {
    return <Waiting uri={factor.uri} secret={factor.secret} confirm={confirm} />;
  }
  return (
    <div className="grid gap-6">
      <p>
        Đang bật từ ngày {formatDay(factor.confirmedAt)}. Còn <strong>{factor.codesLeft}</strong> mã
        dự phòng chưa dùng.
      </p>
      <ShownOnceForm
        action={renewCodes}
        submit="Tạo lại mã dự phòng"
        variant="secondary"
        shown={shown}
      >
        {password}
      </ShownOnceForm>
      <div className="border-t border-line pt-4">
        <ConfirmAction
          action={disable}
          hidden={{}}
          label="Tắt xác thực hai lớp"
          question="Tắt xác thực hai lớp?"
          description="Từ lần sau chỉ còn mật khẩu bảo vệ tài khoản. Các thiết bị khác sẽ bị đăng xuất."
        >
          {password}
        </ConfirmAction>
      </div>
    </div>
  );
}

function Off({ begin }: { begin: FormAction }) {
  return (
    <ActionForm action={begin} footer={<SubmitButton>Bật xác thực hai lớp</SubmitButton>}>
      <p className="text-ink-muted">
        Khi bật, mỗi lần đăng nhập cần thêm mã trên điện thoại: biết mật khẩu thôi thì chưa vào
        được.
      </p>
      {password}
    </ActionForm>
  );
}

function Waiting({ uri, secret, confirm }: { uri: string; secret: string; confirm: FormAction }) {
  return (
    <ShownOnceForm action={confirm} submit="Xác nhận và bật" shown={shown}>
      <ol className="grid list-decimal gap-3 pl-5">
        <li>
          Mở ứng dụng xác thực (Google Authenticator, Microsoft Authenticator…) và quét mã này.
          <div className="mt-2">
            <QrCode text={uri} label="Mã QR để quét bằng ứng dụng xác thực" />
          </div>
          <p className="mt-2 text-ink-muted">
            Không quét được thì gõ khóa:{" "}
            <code className="font-mono break-all text-ink">{secret}</code>
          </p>
        </li>
        <li>Nhập mã 6 chữ số mà ứng dụng đang hiện.</li>
      </ol>
      <TextField
        label="Mã xác thực"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
      />
    </ShownOnceForm>
  );
}
