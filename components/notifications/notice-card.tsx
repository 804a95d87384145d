import { ActionButton } from "@/components/ui/action-button";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/form-state";
import { noticeLabel } from "@/lib/notifications/labels";
import type { NoticeRow } from "@/lib/notifications/queries";
import { formatInstant } from "@/lib/time";

type Props = { notice: NoticeRow; href: string | null; dismiss: FormAction };

/** One notice by itself, for whoever came by a message: go on, or say that it was seen. */
export function NoticeCard({ notice, href, dismiss }: Props) {
  const { label, tone } = noticeLabel(notice.kind);
  return (
    <Card title={notice.title} className="max-w-2xl">
      <div className="grid gap-4">
        <p className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
          <Badge tone={tone}>{label}</Badge>
          {formatInstant(notice.at)}
        </p>
        {notice.body ? <p className="whitespace-pre-line">{notice.body}</p> : null}
        <div className="flex flex-wrap items-start gap-3">
          {href ? (
            <ButtonLink href={href} variant="primary">
              Mở
            </ButtonLink>
          ) : null}
          <ActionButton action={dismiss} fields={{ noticeId: notice.id }}>
            Đã xem
          </ActionButton>
        </div>
        <p className="text-sm text-ink-muted">
          Bấm “Đã xem” thì thông báo này thôi nhắc lại và thôi báo lên cấp trên.
        </p>
      </div>
    </Card>
  );
}
