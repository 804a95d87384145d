import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { FormAction } from "@/lib/form-state";
import { noticeLabel } from "@/lib/notifications/labels";
import type { NoticeRow } from "@/lib/notifications/queries";
import { formatInstant } from "@/lib/time";
import { noticeHref } from "./notice-href";

type Props = { notices: NoticeRow[]; dismiss: FormAction };

/** More than this is folded, except the newest of each alarm: what is to be done must stay in sight. */
const IN_SIGHT = 4;

export const NOTICES_ID = "thong-bao";

/**
 * What someone must be told until it is put away. It stands beside the work, never before it. One
 * form for all of them: each form costs the server as much as a dozen rows.
 */
export function NoticeList({ notices, dismiss }: Props) {
  if (notices.length === 0) return null;
  const [inSight, folded] = fold(notices);
  return (
    <Card id={NOTICES_ID} className="scroll-mt-20" title={`Thông báo (${notices.length})`} flush>
      <ActionForm
        action={dismiss}
        className="[&>[data-form-message]:has(*)]:px-4 [&>[data-form-message]:has(*)]:pb-4"
      >
        <div className="min-w-0">
          <ul>
            {inSight.map((notice) => (
              <NoticeItem key={notice.id} notice={notice} />
            ))}
          </ul>
          {folded.length > 0 ? (
            <details className="group">
              <summary className="cursor-pointer px-4 py-3 text-sm font-medium text-accent group-open:border-b group-open:border-line sm:px-5">
                {folded.length} thông báo khác
              </summary>
              <ul>
                {folded.map((notice) => (
                  <NoticeItem key={notice.id} notice={notice} />
                ))}
              </ul>
            </details>
          ) : null}
        </div>
      </ActionForm>
    </Card>
  );
}

/** An alarm that repeats twice a day must not push the one recall of the week out of sight. */
function fold(notices: NoticeRow[]) {
  const isFirst = (notice: NoticeRow) =>
    isLoud(notice) && notice === notices.find((other) => other.kind === notice.kind);
  const first = notices.filter(isFirst);
  const rest = notices.filter((notice) => !isFirst(notice));
  const room = Math.max(0, IN_SIGHT - first.length);
  return [[...first, ...rest.slice(0, room)], rest.slice(room)] as const;
}

const isLoud = ({ kind }: NoticeRow) => ["danger", "warning"].includes(noticeLabel(kind).tone);

function NoticeItem({ notice }: { notice: NoticeRow }) {
  const { label, tone } = noticeLabel(notice.kind);
  const href = noticeHref(notice);
  return (
    <li className="grid gap-1 border-b border-line px-4 py-3 last:border-0 sm:px-5">
      <div className="flex items-center justify-between gap-3">
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-muted">
          <Badge tone={tone}>{label}</Badge>
          {formatInstant(notice.at)}
        </p>
        <SubmitButton
          name="noticeId"
          value={notice.id}
          variant="ghost"
          size="sm"
          className="shrink-0"
          aria-label={`Đã xem: ${notice.title}`}
        >
          Đã xem
        </SubmitButton>
      </div>
      <p className="font-medium break-words">
        {href ? <TextLink href={href}>{notice.title}</TextLink> : notice.title}
      </p>
      {notice.body ? (
        <p className="line-clamp-3 text-sm whitespace-pre-line text-ink-muted">{notice.body}</p>
      ) : null}
    </li>
  );
}
