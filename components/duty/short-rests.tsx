import { Alert } from "@/components/ui/alert";
import type { RosterShiftView } from "@/lib/duty/rosters/queries";
import { shortRests } from "@/lib/duty/rosters/rules";
import { minuteWords, spanWords } from "./span-text";

type Props = { shifts: RosterShiftView[]; minimumRestMinutes: number };

const SHOWN = 5;

/** Who would start a shift too tired; allowed, but said. */
export function ShortRests({ shifts, minimumRestMinutes }: Props) {
  const short = shortRests(shifts, minimumRestMinutes);
  if (short.length === 0) return null;
  return (
    <Alert
      tone="warning"
      title={`${short.length} ca có người nghỉ chưa đủ ${minuteWords(minimumRestMinutes)} sau ca trước`}
    >
      <ul className="list-disc pl-5">
        {short.slice(0, SHOWN).map(({ shift, minutes }) => (
          <li key={shift.id}>
            {shift.person.name}, {spanWords(shift)}: nghỉ {minuteWords(Math.max(0, minutes))}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
