import type { Span } from "@/lib/duty/schema";
import { formatDay, formatTime, isoDay } from "@/lib/time";

const short = (at: Date) => formatDay(at).slice(0, 5);

/** `07:00–19:00 28/01`, `19:00 28/01–07:00 29/01`: the days only as far as they say something. */
export const spanWords = ({ startsAt, endsAt }: Span) =>
  isoDay(startsAt) === isoDay(endsAt)
    ? `${formatTime(startsAt)}–${formatTime(endsAt)} ${short(startsAt)}`
    : `${formatTime(startsAt)} ${short(startsAt)}–${formatTime(endsAt)} ${short(endsAt)}`;

/** `07:00–19:00` */
export const hourWords = ({ startsAt, endsAt }: Span) =>
  `${formatTime(startsAt)}–${formatTime(endsAt)}`;

/** `5 giờ 30 phút` */
export function minuteWords(minutes: number) {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  const parts = [...(hours ? [`${hours} giờ`] : []), ...(rest ? [`${rest} phút`] : [])];
  return parts.join(" ") || "0 phút";
}
