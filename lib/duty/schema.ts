export const dutyPosts = ["leader", "staff"] as const;
export type DutyPost = (typeof dutyPosts)[number];

/** Half-open: `endsAt` is the first moment that is not in it. */
export type Span = { startsAt: Date; endsAt: Date };

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** How many plain hours an hour of such a time counts; the highest that applies is taken. */
export type Weights = {
  night: number;
  weekend: number;
  holiday: number;
  eve: number;
  newYear: number;
};

export type DutyPolicyValues = {
  requiredPosts: DutyPost[];
  missedCheckInMinutes: number;
  unsignedHandoverMinutes: number;
  escalationStepMinutes: number;
  midShiftCheck: boolean;
  minimumRestMinutes: number;
  weights: Weights;
  holidays: string[];
};

export const defaultPolicy: DutyPolicyValues = {
  requiredPosts: ["staff"],
  missedCheckInMinutes: 15,
  unsignedHandoverMinutes: 30,
  escalationStepMinutes: 10,
  midShiftCheck: false,
  minimumRestMinutes: 8 * 60,
  weights: { night: 1.5, weekend: 1.5, holiday: 2, eve: 3, newYear: 3 },
  holidays: [],
};

/** A shift may be taken from this long before it starts. */
export const CHECK_IN_LEAD_MINUTES = 30;
