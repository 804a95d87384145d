import { Alert } from "@/components/ui/alert";
import type { Span } from "@/lib/duty/schema";
import { minuteWords, spanWords } from "./span-text";

const SHOWN = 6;

type Props = { gaps: Span[]; minutes: number; reason?: string | null };

/** The holes of a roster in words; says so when there are none. */
export function GapAlert({ gaps, minutes, reason }: Props) {
  if (gaps.length === 0) {
    return <Alert tone="success">Mọi phút trong lịch đều có người trực.</Alert>;
  }
  return (
    <Alert
      tone="danger"
      title={`Còn ${minuteWords(minutes)} chưa có người trực, ở ${gaps.length} khoảng`}
    >
      <ul className="list-disc pl-5">
        {gaps.slice(0, SHOWN).map((gap) => (
          <li key={gap.startsAt.toISOString()} className="tabular-nums">
            {spanWords(gap)}
          </li>
        ))}
      </ul>
      {gaps.length > SHOWN ? <p>… và {gaps.length - SHOWN} khoảng nữa.</p> : null}
      {reason ? <p className="mt-1 font-medium">Lý do khi công bố: {reason}</p> : null}
    </Alert>
  );
}
