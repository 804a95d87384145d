import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import type { FormAction } from "@/lib/form-state";
import type { SweepRoundView } from "@/lib/sweeps/queries";
import { isoDay } from "@/lib/time";

type Props = { round: SweepRoundView; action: FormAction };

export function SweepForm({ round, action }: Props) {
  const { result, inventory } = round;
  if (!inventory) {
    return (
      <Alert tone="warning" actions={<TextLink href="/inventory">Kê khai máy</TextLink>}>
        Kê khai máy trước: kết quả rà soát được đối chiếu với số máy của đơn vị.
      </Alert>
    );
  }
  return (
    <Card title={result ? "Đính chính kết quả" : "Kết quả rà soát của đơn vị"}>
      <ActionForm
        action={action}
        hidden={{
          roundId: round.id,
          requestId: randomUUID(),
          edition: String(result?.edition ?? 0),
        }}
        label="Kết quả rà soát"
        footer={<SubmitButton>{result ? "Gửi đính chính" : "Gửi kết quả"}</SubmitButton>}
      >
        <div className="grid grid-cols-2 gap-4">
          <Count
            label="Máy chủ đã rà soát"
            name="serversChecked"
            value={result?.serversChecked}
            hint={`Trong ${inventory.servers} máy`}
          />
          <Count
            label="Máy trạm đã rà soát"
            name="workstationsChecked"
            value={result?.workstationsChecked}
            hint={`Trong ${inventory.workstations} máy`}
          />
          <Count label="Mã độc tìm thấy" name="malwareFound" value={result?.malwareFound} />
          <Count label="Mã độc đã gỡ" name="malwareRemoved" value={result?.malwareRemoved} />
          <Count
            label="Lỗ hổng tìm thấy"
            name="vulnerabilitiesFound"
            value={result?.vulnerabilitiesFound}
          />
          <Count
            label="Lỗ hổng đã khắc phục"
            name="vulnerabilitiesFixed"
            value={result?.vulnerabilitiesFixed}
          />
          <Count label="Lần săn lùng mối nguy hại" name="hunts" value={result?.hunts} />
          <TextField
            label="Ngày rà soát"
            name="sweptOn"
            type="date"
            defaultValue={isoDay(result?.sweptOn ?? round.at)}
          />
        </div>
        <TextField
          label="Ai rà soát"
          name="sweptBy"
          maxLength={200}
          hint="Họ tên người làm, hoặc doanh nghiệp hỗ trợ."
          defaultValue={result?.sweptBy}
        />
        <TextArea
          label="Ghi chú"
          name="note"
          rows={2}
          optional
          maxLength={2000}
          defaultValue={result?.note}
        />
        {result ? <TextField label="Lý do đính chính" name="reason" maxLength={500} /> : null}
      </ActionForm>
    </Card>
  );
}

type CountProps = { label: string; name: string; value: number | undefined; hint?: string };

function Count({ label, name, value, hint }: CountProps) {
  return (
    <TextField
      label={label}
      name={name}
      hint={hint}
      inputMode="numeric"
      maxLength={6}
      defaultValue={value ?? ""}
    />
  );
}
