import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import type { GatewayRow } from "@/lib/notifications/gateways/queries";

type Props = { action: FormAction; gateway: GatewayRow | null };

export function GatewayForm({ action, gateway }: Props) {
  return (
    <ActionForm
      action={action}
      hidden={gateway ? { gatewayId: gateway.id, version: String(gateway.version) } : {}}
      footer={<SubmitButton>{gateway ? "Lưu thay đổi" : "Thêm cổng"}</SubmitButton>}
    >
      <TextField label="Tên cổng" name="name" maxLength={100} defaultValue={gateway?.name} />
      <TextField
        label="Địa chỉ"
        name="url"
        type="url"
        maxLength={500}
        placeholder="https://"
        hint="Dùng https. Địa chỉ trong mạng nội bộ chỉ được khi máy chủ cho phép (NOTICE_ALLOWED_HOSTS)."
        defaultValue={gateway?.url}
      />
      <TextField
        label="Khóa bí mật"
        name="secret"
        autoComplete="off"
        maxLength={200}
        optional={gateway !== null}
        hint={
          gateway
            ? "Để trống thì giữ khóa đang dùng."
            : "Cổng dùng khóa này kiểm chữ ký của từng tin. Ít nhất 16 ký tự."
        }
      />
      {gateway ? (
        <Checkbox name="active" label="Đang dùng" defaultChecked={gateway.activeSince !== null} />
      ) : null}
    </ActionForm>
  );
}
