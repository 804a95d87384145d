import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import type { QuestionThread } from "@/lib/directives/questions/queries";
import type { FormAction } from "@/lib/form-state";
import { QuestionItem } from "./question-item";

export type AskForm = { action: FormAction; directiveId: string; requestId: string };

type Props = {
  questions: (QuestionThread & { mayReply: boolean; requestId: string })[];
  ask: AskForm | null;
  reply: FormAction;
  /** The district's: opens a thread to all addressees. */
  share: FormAction | null;
};

/** Questions about the directive and the district's answers. */
export function QuestionList({ questions, ask, reply, share }: Props) {
  if (questions.length === 0 && !ask) return null;
  const waiting = questions.filter(({ answeredAt }) => !answeredAt).length;
  return (
    <Card
      title="Hỏi đáp"
      description={ask ? "Hỏi huyện về văn bản này; câu trả lời hiện ở đây." : undefined}
      aside={waiting > 0 ? <Badge tone="warning">{waiting} chờ trả lời</Badge> : null}
      flush
    >
      <ul>
        {questions.map((question) => (
          <QuestionItem key={question.id} question={question} reply={reply} share={share} />
        ))}
      </ul>
      {ask ? (
        <div className="px-4 py-4 sm:px-5">
          <ActionForm
            key={ask.requestId}
            action={ask.action}
            hidden={{ directiveId: ask.directiveId, requestId: ask.requestId }}
            className="gap-3"
          >
            <TextArea label="Câu hỏi" name="text" rows={2} required />
            <div>
              <SubmitButton variant="secondary">Gửi câu hỏi</SubmitButton>
            </div>
          </ActionForm>
        </div>
      ) : null}
    </Card>
  );
}
