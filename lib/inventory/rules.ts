/** Machines are bought and thrown away: after this long the unit is asked to look again. */
export const STALE_DAYS = 180;

const DAY = 86_400_000;

export const staleBefore = (at: Date) => new Date(at.getTime() - STALE_DAYS * DAY);

export const isStale = (confirmedAt: Date, at: Date) => confirmedAt < staleBefore(at);
