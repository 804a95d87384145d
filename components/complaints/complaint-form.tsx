import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { DateTimeField } from "@/components/ui/date-time-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { channelLabels, kindLabels } from "@/lib/complaints/labels";
import type { Part } from "@/lib/complaints/policy";
import { channels, complaintKinds } from "@/lib/complaints/schema";
import type { FormAction } from "@/lib/form-state";
import { MessagePaste } from "./message-paste";

type Props = {
  action: FormAction;
  complaintId: string;
  part: Part;
  telcos: { id: string; name: string; own: boolean }[];
  at: Date;
};

export function ComplaintForm({ action, complaintId, part, telcos, at }: Props) {
  const own = part === "telco" ? telcos.find((telco) => telco.own) : undefined;
  const hidden = {
    complaintId,
    ...(own ? { telcoId: own.id } : {}),
    ...(part === "reporter" ? { channel: "commune" } : {}),
  };
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      label="Thêm phản ánh"
      footer={<SubmitButton>Lưu phản ánh</SubmitButton>}
    >
      <Card title="Phản ánh">
        <div className="grid gap-5 sm:grid-cols-2">
          <div className="sm:col-span-2">
            <MessagePaste />
          </div>
          <SelectField
            label="Loại phản ánh"
            name="kind"
            placeholder="Chọn loại"
            options={complaintKinds.map((value) => ({ value, label: kindLabels[value] }))}
          />
          {part === "reporter" ? null : (
            <SelectField
              label="Kênh tiếp nhận"
              name="channel"
              placeholder="Chọn kênh"
              options={channels.map((value) => ({ value, label: channelLabels[value] }))}
            />
          )}
          <TextField
            label="Nguồn bị phản ánh"
            name="source"
            hint="Số điện thoại, đầu số, tên hiện trên máy, đường dẫn hoặc thư. Trạm BTS giả: để trống."
          />
          {own ? null : (
            <SelectField
              label="Nhà mạng xử lý"
              name="telcoId"
              placeholder="Chọn nhà mạng"
              hint="Mạng của số bị phản ánh. Không rõ thì chọn mạng của người dân."
              options={telcos.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <TextArea
            label="Nội dung"
            name="content"
            rows={4}
            className="sm:col-span-2"
            hint="Chép nguyên văn tin nhắn, hoặc kể lại cuộc gọi."
          />
          <DateTimeField label="Tiếp nhận lúc" name="receivedAt" defaultValue={at} />
        </div>
      </Card>
      <Card
        title="Người phản ánh"
        description="Được mã hóa khi lưu; chỉ nhà mạng xử lý đọc được đầy đủ để gọi lại."
      >
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField label="Họ tên" name="complainantName" optional autoComplete="off" />
          <TextField
            label="Điện thoại"
            name="complainantPhone"
            optional
            inputMode="tel"
            autoComplete="off"
          />
          <TextField
            label="Địa chỉ"
            name="complainantAddress"
            optional
            autoComplete="off"
            className="sm:col-span-2"
          />
        </div>
      </Card>
    </ActionForm>
  );
}
