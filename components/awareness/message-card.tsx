import { ButtonLink } from "@/components/ui/button-link";
import { CopyButton } from "@/components/ui/copy-button";
import { TextLink } from "@/components/ui/text-link";
import type { MessageRow } from "@/lib/awareness/messages/queries";
import { messageText } from "@/lib/awareness/messages/rules";

type Props = { message: MessageRow; signature: string; records: boolean };

/** A ready message: copied with one tap, read out, printed, and written down as done. */
export function MessageCard({ message, signature, records }: Props) {
  const page = `/awareness/messages/${message.id}`;
  return (
    <article
      aria-label={message.title}
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4 shadow-card sm:p-5"
    >
      <div className="grid gap-1">
        <h2 className="font-semibold">
          <TextLink href={page}>{message.title}</TextLink>
        </h2>
        <p className="text-sm text-ink-muted">
          {message.topic}
          {message.retiredAt ? " · thôi dùng" : ""}
        </p>
      </div>
      <p className="flex-1 leading-relaxed">{message.summary}</p>
      <div className="flex flex-wrap gap-2">
        <CopyButton
          text={messageText(message, signature)}
          label="Sao chép tin"
          variant="primary"
          size="sm"
        />
        <ButtonLink href={`${page}/speak`} size="sm">
          Đọc loa
        </ButtonLink>
        <ButtonLink href={`${page}/print`} size="sm">
          In tờ rơi
        </ButtonLink>
        {records ? (
          <ButtonLink href={`/awareness/new?message=${message.id}`} size="sm" variant="ghost">
            Ghi đã làm
          </ButtonLink>
        ) : null}
      </div>
    </article>
  );
}
