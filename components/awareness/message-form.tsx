import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { MessageView } from "@/lib/awareness/messages/queries";
import type { FormAction } from "@/lib/form-state";

type Props = { action: FormAction; hidden: Record<string, string>; message: MessageView | null };

export function MessageForm({ action, hidden, message }: Props) {
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      label="Tin mẫu"
      whenDone="keep"
      footer={<SubmitButton>{message ? "Lưu tin mẫu" : "Thêm tin mẫu"}</SubmitButton>}
    >
      <TextField label="Tiêu đề" name="title" maxLength={120} defaultValue={message?.title} />
      <TextField
        label="Thủ đoạn"
        name="topic"
        maxLength={200}
        defaultValue={message?.topic}
        hint="Ngắn gọn, thành nội dung của hoạt động tuyên truyền."
      />
      <TextArea
        label="Tóm tắt một câu"
        name="summary"
        rows={2}
        maxLength={300}
        defaultValue={message?.summary}
      />
      <TextArea
        label="Nội dung"
        name="body"
        rows={6}
        maxLength={2000}
        defaultValue={message?.body}
      />
      <TextArea
        label="Bà con cần làm gì"
        name="advice"
        rows={4}
        maxLength={1000}
        defaultValue={message?.advice}
        hint="Mỗi dòng một việc."
      />
    </ActionForm>
  );
}
