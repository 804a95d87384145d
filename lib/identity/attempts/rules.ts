const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Wrong tries before the first delay. An address is shared: a whole commune office sits behind it. */
export const freeFailures = { account: 4, address: 20 } as const;

export const LONGEST_DELAY = 15 * MINUTE;
const FIRST_DELAY = 30 * SECOND;
export const FORGOTTEN_AFTER = 24 * 60 * MINUTE;

/** How long to wait after so many wrong tries: 30 seconds, doubling, at most a quarter of an hour. */
export function delayAfter(failures: number, free: number) {
  if (failures <= free) return 0;
  return Math.min(FIRST_DELAY * 2 ** Math.min(failures - free - 1, 20), LONGEST_DELAY);
}

/** The count with this try in it; a day without one starts anew. */
export function failuresWith(past: { failures: number; lastFailedAt: Date }, at: Date) {
  const forgotten = at.getTime() - past.lastFailedAt.getTime() > FORGOTTEN_AFTER;
  return forgotten ? 1 : past.failures + 1;
}

/** `Thử lại sau 30 giây.` */
export function waitSentence(ms: number) {
  const seconds = Math.max(1, Math.ceil(ms / SECOND));
  return seconds < 120
    ? `Thử lại sau ${seconds} giây.`
    : `Thử lại sau ${Math.ceil(seconds / 60)} phút.`;
}
