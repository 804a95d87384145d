import { ConfirmAction } from "@/components/ui/confirm-action";
import { TextArea } from "@/components/ui/text-area";
import type { FormAction } from "@/lib/form-state";

type Props = { directiveId: string; requestId: string; action: FormAction };

export function ReturnDialog({ directiveId, requestId, action }: Props) {
  return (
    <ConfirmAction
      action={action}
      hidden={{ directiveId, requestId }}
      label="Trả lại"
      question="Trả lại văn bản này cho huyện?"
      description="Dùng khi văn bản không thuộc trách nhiệm của đơn vị. Huyện sẽ đồng ý hoặc giao lại; nhiệm vụ tạm dừng trong lúc chờ."
    >
      <TextArea label="Lý do trả lại" name="reason" rows={3} required />
    </ConfirmAction>
  );
}
