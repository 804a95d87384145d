import { spanWords } from "@/components/duty/span-text";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { QuickReportDraft } from "@/lib/duty/quick-reports/queries";
import { happenings } from "@/lib/duty/quick-reports/rules";
import type { FormAction } from "@/lib/form-state";
import { FactList } from "./fact-list";

type Props = {
  report: { id: string; edition: number };
  draft: QuickReportDraft;
  requestId: string;
  action: FormAction;
};

/** One tap where nothing happened; else the report as the log proposes it. */
export function QuickReportForm({ report, draft, requestId, action }: Props) {
  const correcting = report.edition > 0;
  const hidden = { reportId: report.id, requestId, edition: String(report.edition) };
  const quiet = happenings(draft.facts) === 0;
  return (
    <Card
      title={correcting ? "Đính chính báo cáo" : "Gửi báo cáo"}
      description={`Số liệu lấy từ sổ trực, ${spanWords(draft.span)}.`}
      className="print:hidden"
    >
      <div className="grid gap-5">
        <FactList facts={draft.facts} />
        {quiet && !correcting ? (
          <ActionForm action={action} hidden={{ ...hidden, kind: "nil" }} label="Không phát sinh">
            <div>
              <SubmitButton>Không phát sinh</SubmitButton>
            </div>
          </ActionForm>
        ) : null}
        <ActionForm
          action={action}
          hidden={{ ...hidden, kind: "report" }}
          label="Báo cáo nhanh"
          footer={
            <SubmitButton variant={quiet && !correcting ? "secondary" : "primary"}>
              {correcting ? "Gửi đính chính" : "Gửi báo cáo"}
            </SubmitButton>
          }
        >
          <TextArea
            label="Tình hình trong kỳ"
            name="situation"
            rows={5}
            defaultValue={draft.situation}
            hint={
              correcting ? undefined : "Đã chép các việc đáng kể từ sổ trực. Sửa, rút gọn tùy ý."
            }
          />
          <TextArea
            label="Việc còn tồn"
            name="openPoints"
            rows={2}
            optional
            defaultValue={draft.openPoints}
          />
          <TextArea
            label="Kiến nghị với huyện"
            name="proposals"
            rows={2}
            optional
            defaultValue={draft.proposals}
          />
          {correcting ? <TextField label="Lý do đính chính" name="reason" /> : null}
        </ActionForm>
      </div>
    </Card>
  );
}
