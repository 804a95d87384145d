import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { FileField } from "@/components/ui/file-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import type { FormAction } from "@/lib/form-state";

type Props = {
  assignmentId: string;
  requestId: string;
  action: FormAction;
  /** The results of a periodic obligation are sent period by period. */
  progressOnly: boolean;
};

const ACCEPTED = ".pdf,.png,.jpg,.jpeg,.webp,.heic,.docx,.xlsx,.pptx,.mp3,.mp4,.txt,.csv";

/** Result, progress, or nothing to report: three buttons over one set of fields. */
export function ReportForm({ assignmentId, requestId, action, progressOnly }: Props) {
  return (
    <Card
      title={progressOnly ? "Ghi tiến độ chung" : "Báo cáo"}
      description="Ghi ngắn gọn đã làm gì, số liệu chính; kèm ảnh hoặc tệp nếu có."
    >
      {/* A new key after each report: the next one has its own request and empty fields. */}
      <ActionForm key={requestId} action={action} hidden={{ assignmentId, requestId }}>
        <TextArea label="Nội dung báo cáo" name="text" rows={5} />
        <FileField
          label="Tệp minh chứng"
          name="files[]"
          multiple
          optional
          accept={ACCEPTED}
          hint="Ảnh, PDF, Word, Excel… nhiều nhất 10 tệp, mỗi lần gửi tối đa 20 MB."
        />
        <div className="flex flex-wrap gap-3">
          {progressOnly ? null : (
            <SubmitButton variant="primary" name="kind" value="result">
              Báo cáo kết quả
            </SubmitButton>
          )}
          <SubmitButton variant="secondary" name="kind" value="progress">
            Ghi tiến độ
          </SubmitButton>
          {progressOnly ? null : (
            <SubmitButton variant="secondary" name="kind" value="nil">
              Không phát sinh
            </SubmitButton>
          )}
        </div>
      </ActionForm>
    </Card>
  );
}
