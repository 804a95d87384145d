import type { ComplaintState, SourceStep } from "./schema";

const HOUR = 3_600_000;

export const openStates: readonly ComplaintState[] = ["new", "verifying"];

export const isOpen = ({ state }: { state: ComplaintState }) => openStates.includes(state);

export const complaintCode = ({ year, number }: { year: number; number: number }) =>
  `PA-${year}-${String(number).padStart(6, "0")}`;

/** Late once it is; a case that ended in time stays in time. */
export const isLate = (of: { dueAt: Date; closedAt: Date | null }, at: Date) =>
  (of.closedAt ?? at) > of.dueAt;

export const dueAfter = (receivedAt: Date, hours: number) =>
  new Date(receivedAt.getTime() + hours * HOUR);

type Ended = { dueAt: Date; closedAt: Date | null };

/**
 * Whoever watches over a telco gives a case that it ended in time new time. A telco that takes its own
 * up again gives itself none, and what was late stays late.
 */
export const dueAfterReopening = (
  ended: Ended,
  at: Date,
  { hours, own }: { hours: number; own: boolean },
) =>
  own || isLate(ended, at)
    ? ended.dueAt
    : new Date(Math.max(dueAfter(at, hours).getTime(), ended.dueAt.getTime()));

/** `0912 ••• 678` */
export function maskNumber(phone: string) {
  const digits = phone.replace(/\D/g, "");
  return digits.length < 7 ? "•••" : `${digits.slice(0, 4)} ••• ${digits.slice(-3)}`;
}

/** `N. V. Thanh`: whom one speaks of is known to those who know them already. */
export function maskName(name: string) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const last = words.pop();
  if (!last) return "";
  return [...words.map((word) => `${word.charAt(0)}.`), last].join(" ");
}

const NUMBERS = /(?<![\w.-])(?:\+84|84|0)(?:[ .-]?\d){8,10}(?![\w-])/g;

/** Numbers inside what was told, but for the source itself. */
export const maskNumbersIn = (text: string, except: string | null) =>
  text.replace(NUMBERS, (number) =>
    except && number.replace(/\D/g, "").slice(-9) === except.slice(-9)
      ? number
      : maskNumber(number),
  );

const _ladder: readonly SourceStep[] = [
  "verified",
  "warned",
  "blocked_one_way",
  "blocked_two_way",
  "terminated",
];

/**
 * A name for a row made before it is stored, so that what is sealed for it can be bound to it: version
 * 7, and of many rows made at once each follows the one before, so that they are written at one end.
 */
export function timedId(at: Date, random: string, nth = 0) {
  const time = (at.getTime() + Math.floor(nth / 4096)).toString(16).padStart(12, "0");
  const counter = (nth % 4096).toString(16).padStart(3, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-a${random.slice(0, 3)}-${random.slice(3, 15)}`;
}
