import { ActionForm } from "@/components/ui/action-form";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import type { RosterView } from "@/lib/duty/rosters/queries";
import type { FormAction } from "@/lib/form-state";
import { minuteWords } from "./span-text";

type Props = {
  roster: RosterView;
  may: { plan: boolean; publish: boolean; withdraw: boolean; return: boolean };
  actions: Record<"publish" | "submit" | "withdraw" | "return" | "discard", FormAction>;
};

/** What can be done with the roster as a whole, by this person, now. */
export function RosterActions({ roster, may, actions }: Props) {
  const hidden = { rosterId: roster.id, version: String(roster.version) };
  const gap = roster.minutes > 0;
  return (
    <>
      {may.publish ? (
        <ConfirmAction
          action={actions.publish}
          hidden={hidden}
          label="Công bố lịch"
          question="Công bố lịch trực?"
          description={
            gap
              ? `Lịch còn ${minuteWords(roster.minutes)} chưa có người trực. Xếp thêm người, hoặc ghi lý do để công bố.`
              : "Sau khi công bố, mỗi lần đổi ca đều phải ghi lý do và được lưu thành một bản mới."
          }
          variant="primary"
          triggerVariant="primary"
        >
          {gap ? (
            <TextArea
              label="Lý do còn giờ chưa có người trực"
              name="gapReason"
              rows={3}
              maxLength={500}
            />
          ) : null}
        </ConfirmAction>
      ) : null}
      {may.plan ? (
        <ActionForm action={actions.submit} hidden={hidden} className="gap-2">
          <SubmitButton variant="secondary">Gửi huyện xem trước</SubmitButton>
        </ActionForm>
      ) : null}
      {may.withdraw ? (
        <ActionForm action={actions.withdraw} hidden={hidden} className="gap-2">
          <SubmitButton variant="secondary">Rút về sửa</SubmitButton>
        </ActionForm>
      ) : null}
      {may.return ? (
        <ConfirmAction
          action={actions.return}
          hidden={hidden}
          label="Đề nghị sửa"
          question="Trả lịch để đơn vị sửa?"
          variant="primary"
        >
          <TextArea label="Cần sửa gì" name="reason" rows={3} maxLength={500} />
        </ConfirmAction>
      ) : null}
      {may.plan ? (
        <ConfirmAction
          action={actions.discard}
          hidden={hidden}
          label="Xóa dự thảo"
          question="Xóa dự thảo lịch trực?"
          description="Các ca đã xếp trong dự thảo cũng bị xóa."
          triggerVariant="ghost"
        />
      ) : null}
    </>
  );
}
