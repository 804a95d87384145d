import type { ReactNode } from "react";
import { DueText } from "@/components/ui/due-text";
import type { Icon as Picture } from "@/components/ui/icons";
import type { Tone } from "@/components/ui/tone";
import { formatDue, formatInstant, now } from "@/lib/time";

type Props = {
  icon: Picture;
  /** Which part of the work it is, and of what paper: `Văn bản · 05/UBND-VH`. */
  context: string;
  title: ReactNode;
  /** What else must be known before it is done. */
  note?: ReactNode;
  actions: ReactNode;
  dueAt?: Date | null;
  /** Beside the deadline when it has one, instead of it when not. */
  tone?: Tone;
  since?: string;
};

/** What is past its time is loud. */
export const dueTone = (dueAt: Date): Tone => (dueAt < now() ? "danger" : "neutral");

/** One thing to do: what it is, by when, and the press that does it or leads to where it is done. */
export function TodayRow({ icon: Icon, context, title, note, actions, ...time }: Props) {
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-line px-4 py-4 last:border-0 sm:grid-cols-[1fr_auto] sm:px-5">
      <div className="min-w-0">
        <p className="flex items-start gap-1.5 text-sm text-ink-muted">
          <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0">{context}</span>
        </p>
        <div className="line-clamp-3 font-medium [overflow-wrap:anywhere]">{title}</div>
        {note ? <div className="mt-1 text-sm">{note}</div> : null}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 sm:flex-col sm:items-end">
        <div className="flex flex-wrap gap-2 sm:justify-end">{actions}</div>
        <RowTime {...time} />
      </div>
    </li>
  );
}

function RowTime({ dueAt, tone = "neutral", since }: Pick<Props, "dueAt" | "tone" | "since">) {
  if (!dueAt) return <span className="text-sm text-ink-muted">{since ?? "không đặt hạn"}</span>;
  return (
    <DueText
      className="text-sm"
      text={formatDue(dueAt)}
      tone={tone}
      dateTime={dueAt.toISOString()}
      at={formatInstant(dueAt)}
    />
  );
}
