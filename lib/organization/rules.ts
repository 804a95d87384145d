export type Validity = { validFrom: Date; validTo: Date | null };

/** A calendar day as the database's `date` column gives and takes it. */
export const dateOf = (isoDay: string) => new Date(`${isoDay}T00:00:00Z`);
export const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** Whether the unit exists on that day; `validTo` is the first day it does not. */
export const isValidOn = ({ validFrom, validTo }: Validity, day: string) =>
  dayOf(validFrom) <= day && (validTo === null || dayOf(validTo) > day);

/** `01/12/2024` */
export const formatCalendarDay = (date: Date) => dayOf(date).split("-").reverse().join("/");

const COMMITTEE =
  /^(?:UBND|Ủy ban nhân dân) (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn) (.+)$/u;

type Named = { name: string; parent: { name: string } | null };

/** The body printed above a unit on its papers: its office's committee. A committee stands alone. */
export const superiorOf = ({ name, parent }: Named) =>
  COMMITTEE.test(name) ? undefined : parent?.name;

/** The place that a paper of the unit is dated at; empty where no name tells it. */
export const placeOf = ({ name, parent }: Named) =>
  COMMITTEE.exec(name)?.[1] ?? COMMITTEE.exec(parent?.name ?? "")?.[1] ?? "";
