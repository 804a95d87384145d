import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { DateTimeField } from "@/components/ui/date-time-field";
import { FileField } from "@/components/ui/file-field";
import { RadioCards } from "@/components/ui/radio-cards";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import type { FormAction } from "@/lib/form-state";
import { signLabels } from "@/lib/incidents/labels";
import { incidentSigns, WORDS_LIMIT } from "@/lib/incidents/schema";
import type { ReportStart } from "@/lib/incidents/starting/queries";

type Props = {
  incidentId: string;
  start: ReportStart;
  at: Date;
  /** The district reports also for a unit that telephoned. */
  forUnits: boolean;
  action: FormAction;
};

/** Three questions, then help. Everything else is optional and stands below. */
export function ReportForm({ incidentId, start, at, forUnits, action }: Props) {
  const { log, inject } = start;
  const hidden = {
    incidentId,
    ...(log ? { logEntryId: log.id } : {}),
    ...(inject ? { injectId: inject.id } : {}),
  };
  return (
    <Card>
      <p className="mb-5 xl:hidden">
        <TextLink
          href="#call"
          className="inline-flex items-center font-medium pointer-coarse:min-h-11"
        >
          Cần gọi ngay? Xem số người đang trực
        </TextLink>
      </p>
      <ActionForm
        action={action}
        hidden={hidden}
        label="Báo cáo sự cố"
        footer={
          <SubmitButton variant="danger" size="lg" pendingLabel="Đang gửi">
            Gửi báo cáo sự cố
          </SubmitButton>
        }
      >
        {forUnits ? (
          <SelectField
            label="Báo thay cho đơn vị"
            name="unitId"
            optional
            placeholder="Sự cố của chính UBND huyện"
            options={start.units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <RadioCards
          label="1. Đang thấy gì?"
          name="sign"
          columns={3}
          defaultValue={inject?.sign}
          options={incidentSigns.map((sign) => ({ value: sign, ...signLabels[sign] }))}
        />
        <TextArea
          label="Kể thêm điều đang thấy"
          name="what"
          rows={2}
          optional
          maxLength={WORDS_LIMIT}
          defaultValue={log?.text ?? inject?.text}
          hint="Vài chữ là đủ: thông báo hiện ra, số máy bị, ai phát hiện."
        />
        <TextField
          label="2. Ở đâu?"
          name="place"
          maxLength={300}
          hint="Máy, hệ thống, trang, phòng hay thôn nào."
          placeholder="Ví dụ: máy văn thư, phòng một cửa"
        />
        <DateTimeField
          label="3. Từ lúc nào?"
          name="detectedAt"
          defaultValue={log?.happenedAt ?? at}
          hint="Đang ghi giờ hiện tại; sửa nếu thấy từ trước."
        />
        <FileField
          label="Ảnh chụp, tệp"
          name="files[]"
          multiple
          optional
          hint="Chụp màn hình bằng điện thoại. Mỗi lần gửi tối đa 20 MB."
        />
        <details>
          <summary className="w-fit cursor-pointer font-medium text-accent pointer-coarse:py-3">
            Số gọi lại, người dân báo tin
          </summary>
          <div className="mt-3 grid gap-5 sm:grid-cols-3">
            <TextField
              label="Số gọi lại"
              name="contactPhone"
              type="tel"
              inputMode="tel"
              optional
              defaultValue={start.phone}
            />
            <TextField label="Người dân báo tin" name="informantName" optional maxLength={100} />
            <TextField
              label="Số của người báo tin"
              name="informantPhone"
              type="tel"
              inputMode="tel"
              optional
              hint="Chỉ đơn vị xử lý thấy đủ số."
            />
          </div>
        </details>
      </ActionForm>
    </Card>
  );
}
