import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import type { QuestionThread } from "@/lib/directives/questions/queries";
import type { FormAction } from "@/lib/form-state";
import { formatInstant } from "@/lib/time";

type Props = {
  question: QuestionThread & { mayReply: boolean; requestId: string };
  reply: FormAction;
  share: FormAction | null;
};

/** One thread: what was asked, what was said since, and a field to go on. */
export function QuestionItem({ question, reply, share }: Props) {
  return (
    <li className="grid gap-3 border-b border-line px-4 py-4 last:border-0 sm:px-5">
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
          <span className="font-medium text-ink">{question.unit.name}</span>
          {question.by.fullName}, {formatInstant(question.at)}
          {question.answeredAt ? null : <Badge tone="warning">Chờ trả lời</Badge>}
          {question.sharedAt ? <Badge tone="info">Mọi đơn vị đều xem được</Badge> : null}
        </p>
        <p className="whitespace-pre-line">{question.text}</p>
      </div>
      {question.replies.length > 0 ? (
        <ol className="grid gap-3 border-l-2 border-line pl-3">
          {question.replies.map((one) => (
            <li key={one.id} className="grid gap-0.5">
              <p className="text-sm text-ink-muted">
                {one.official ? "Huyện" : "Đơn vị"} · {one.by.fullName}, {formatInstant(one.at)}
              </p>
              <p className="whitespace-pre-line">{one.text}</p>
            </li>
          ))}
        </ol>
      ) : null}
      {question.mayReply ? <ReplyForm question={question} reply={reply} share={share} /> : null}
      {share && question.replies.length > 0 ? (
        <ShareForm question={question} share={share} />
      ) : null}
    </li>
  );
}

function ReplyForm({ question, reply, share }: Props) {
  const official = share !== null;
  return (
    <details open={official && !question.answeredAt}>
      <summary className="w-fit cursor-pointer text-sm font-medium text-accent pointer-coarse:py-2">
        {official ? "Trả lời" : "Hỏi thêm"}
      </summary>
      <ActionForm
        key={question.requestId}
        action={reply}
        hidden={{ questionId: question.id, requestId: question.requestId }}
        className="mt-2 gap-3"
      >
        <TextArea
          label={official ? "Câu trả lời" : "Nội dung hỏi thêm"}
          name="text"
          rows={2}
          required
        />
        {official ? <Checkbox name="share" label="Cho mọi đơn vị nhận văn bản cùng xem" /> : null}
        <div>
          <SubmitButton variant={official ? "primary" : "secondary"}>
            {official ? "Gửi trả lời" : "Gửi"}
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

function ShareForm({ question, share }: { question: QuestionThread; share: FormAction }) {
  const shared = question.sharedAt !== null;
  return (
    <ActionForm action={share} hidden={{ questionId: question.id, shared: shared ? "no" : "yes" }}>
      <div>
        <SubmitButton variant="ghost" size="sm">
          {shared ? "Chỉ để đơn vị đã hỏi xem" : "Cho mọi đơn vị cùng xem"}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
