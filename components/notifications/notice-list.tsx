import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { FormAction } from "@/lib/form-state";
import { noticeLabel } from "@/lib/notifications/labels";
import type { NoticeRow } from "@/lib/notifications/queries";
import { formatInstant } from "@/lib/time";
import { noticeHref } from "./notice-href";

type Props = { notices: NoticeRow[]; dismiss: FormAction };

/** What someone must be told, above everything else until it is put away. */
export function NoticeList({ notices, dismiss }: Props) {
  if (notices.length === 0) return null;
  return (
    <section aria-label="Thông báo" className="grid gap-3">
      {notices.map((notice) => (
        <NoticeItem key={notice.id} notice={notice} dismiss={dismiss} />
      ))}
    </section>
  );
}

function NoticeItem({ notice, dismiss }: { notice: NoticeRow; dismiss: FormAction }) {
  const { label, tone } = noticeLabel(notice.kind);
  const href = noticeHref(notice);
  return (
    <Alert
      tone={tone === "neutral" ? "info" : tone}
      title={`${label} · ${formatInstant(notice.at)}`}
    >
      <p className="font-medium">
        {href ? (
          <TextLink href={href} className="text-current">
            {notice.title}
          </TextLink>
        ) : (
          notice.title
        )}
      </p>
      {notice.body ? <p className="mt-1 whitespace-pre-line">{notice.body}</p> : null}
      <ActionForm action={dismiss} hidden={{ noticeId: notice.id }} className="mt-2">
        <SubmitButton variant="secondary" size="sm">
          Đã xem
        </SubmitButton>
      </ActionForm>
    </Alert>
  );
}
