const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const FIRST = 15 * SECOND;
const LONGEST = 30 * MINUTE;

/**
 * How long to wait after the n-th failure: doubled each time, at most half an hour, and spread over
 * its second half so that what failed together does not come back together.
 */
export function pauseAfter(attempts: number, chance: number = Math.random()) {
  const whole = Math.min(LONGEST, FIRST * 2 ** (attempts - 1));
  return Math.round(whole / 2 + (whole / 2) * chance);
}
