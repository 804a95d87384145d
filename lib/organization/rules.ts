export type Validity = { validFrom: Date; validTo: Date | null };

/** A calendar day as the database's `date` column gives and takes it. */
export const dateOf = (isoDay: string) => new Date(`${isoDay}T00:00:00Z`);
export const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** Whether the unit exists on that day; `validTo` is the first day it does not. */
export const isValidOn = ({ validFrom, validTo }: Validity, day: string) =>
  dayOf(validFrom) <= day && (validTo === null || dayOf(validTo) > day);

/** `01/12/2024` */
export const formatCalendarDay = (date: Date) => dayOf(date).split("-").reverse().join("/");
