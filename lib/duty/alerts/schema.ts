export const alertKinds = ["missed_check_in", "unsigned_handover", "missed_mid_check"] as const;
export type AlertKind = (typeof alertKinds)[number];

/** Whom an alert reaches, one after the other. */
export const alertSteps = ["person", "deputy", "lead", "district"] as const;
export const TOP_STEP = alertSteps.length;
