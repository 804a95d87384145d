import fc from "fast-check";

const START = Date.UTC(2018, 0, 1);

/** A whole minute of the years the law has rules for. */
export const instant = fc
  .integer({ min: 0, max: 10 * 365 * 1440 })
  .map((minutes) => new Date(START + minutes * 60_000));

export const dropSeconds = (minutes: number) => new Date(START + minutes * 60_000);
