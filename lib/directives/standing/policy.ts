/**
 * A receipt or an assignment that its unit still answers for: neither released by the district nor
 * gone on to a successor. Whatever counts what is open, late or awaited asks for this; statements
 * in SQL read the views "LiveAssignment" and "LiveReceipt", which say the same.
 */
export const standing = { passedAt: null, releasedAt: null } as const;
