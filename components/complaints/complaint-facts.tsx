import { ActionButton } from "@/components/ui/action-button";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import { channelLabels, kindLabels, sourceLabels, sourceWords } from "@/lib/complaints/labels";
import type { ComplaintView } from "@/lib/complaints/queries";
import type { FormAction } from "@/lib/form-state";
import { formatDay, formatInstant } from "@/lib/time";

type Props = { complaint: ComplaintView; reveal: FormAction };

export function ComplaintFacts({ complaint, reveal }: Props) {
  const { complainant, sourceKind, sourceText, sourceValue } = complaint;
  const told = sourceText && sourceText !== sourceValue ? ` (ghi: ${sourceText})` : "";
  return (
    <>
      <Card title="Nội dung phản ánh">
        <div className="grid gap-4">
          <p className="whitespace-pre-line break-words">
            {complaint.content || <span className="text-ink-muted">Không có nội dung.</span>}
          </p>
          <DefinitionList
            items={[
              ["Loại", kindLabels[complaint.kind]],
              [
                sourceKind ? sourceLabels[sourceKind] : "Nguồn",
                <span key="source" className="break-all">
                  {sourceWords(complaint)}
                  <span className="font-normal text-ink-muted">{told}</span>{" "}
                  {complaint.sourceId ? (
                    <TextLink href={`/complaints/sources/${complaint.sourceId}`}>
                      Mọi phản ánh về nguồn này
                    </TextLink>
                  ) : null}
                </span>,
              ],
              ["Kênh", channelLabels[complaint.channel]],
              ["Nhà mạng xử lý", complaint.telco.name],
              ["Đơn vị nhập", complaint.enteredByUnit.name],
              ["Tiếp nhận", formatInstant(complaint.receivedAt)],
              ["Hạn xử lý", formatInstant(complaint.dueAt)],
            ]}
          />
        </div>
      </Card>
      <Card title="Người phản ánh">
        {complainant ? (
          <div className="grid gap-3">
            <p>
              {[complainant.name, complainant.phone].filter(Boolean).join(" · ")}{" "}
              <span className="text-sm text-ink-muted">(đã che)</span>
            </p>
            {complaint.mayReveal ? (
              <ActionButton action={reveal} fields={{ complaintId: complaint.id }} size="sm">
                Hiện đầy đủ để gọi lại
              </ActionButton>
            ) : (
              <p className="text-sm text-ink-muted">Chỉ người xử lý đọc được đầy đủ.</p>
            )}
          </div>
        ) : (
          <p className="text-ink-muted">
            {complaint.erasedAt
              ? `Đã xóa ngày ${formatDay(complaint.erasedAt)} theo thời hạn lưu.`
              : "Không để lại tên, số."}
          </p>
        )}
      </Card>
    </>
  );
}
