import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextLink } from "@/components/ui/text-link";
import type { LessonRow } from "@/lib/campaigns/lessons/queries";
import type { FormAction } from "@/lib/form-state";
import { formatDay } from "@/lib/time";

type Props = {
  campaignId: string;
  lessons: LessonRow[];
  /** Null for whoever only reads. */
  write: { record: FormAction; remove: FormAction; requestId: string } | null;
};

/** What was learned here and in the campaigns this one was cloned from. */
export function LessonList({ campaignId, lessons, write }: Props) {
  return (
    <Card title="Bài học" description="Ghi lại để lần sau làm tốt hơn; đợt nhân bản sẽ đọc lại.">
      <div className="grid gap-5">
        {lessons.length > 0 ? (
          <ul className="grid gap-4">
            {lessons.map((lesson) => (
              <li key={lesson.id} className="grid gap-1 border-l-2 border-line pl-3">
                <p className="whitespace-pre-line">{lesson.text}</p>
                <div className="flex flex-wrap items-center justify-between gap-2 text-sm text-ink-muted">
                  <p>
                    {lesson.author}, {formatDay(lesson.createdAt)}
                    {lesson.campaignId === campaignId ? null : (
                      <>
                        , từ{" "}
                        <TextLink href={`/campaigns/${lesson.campaignId}`}>
                          {lesson.campaignName}
                        </TextLink>
                      </>
                    )}
                  </p>
                  {write && lesson.campaignId === campaignId ? (
                    <ConfirmAction
                      action={write.remove}
                      hidden={{ lessonId: lesson.id }}
                      label="Bỏ"
                      size="sm"
                      triggerVariant="ghost"
                      question="Bỏ bài học này?"
                      description="Nhật ký vẫn ghi ai đã bỏ."
                    />
                  ) : null}
                </div>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-ink-muted">Chưa có bài học nào được ghi.</p>
        )}
        {write ? (
          <ActionForm
            key={write.requestId}
            action={write.record}
            hidden={{ campaignId, requestId: write.requestId }}
            label="Ghi bài học"
            footer={<SubmitButton variant="secondary">Ghi bài học</SubmitButton>}
          >
            <TextArea label="Bài học mới" name="text" rows={2} maxLength={4_000} />
          </ActionForm>
        ) : null}
      </div>
    </Card>
  );
}
