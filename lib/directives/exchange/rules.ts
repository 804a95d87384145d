/** What has happened to one recipient's copy; its state of exchange is read from this. */
export type ExchangeFacts = {
  acknowledgedAt: Date | null;
  returnedAt: Date | null;
  recalledAt: Date | null;
  recallAgreedAt: Date | null;
  recallRefusedAt: Date | null;
  /** Obligations of the unit under the directive: how many, handed to someone, begun, reported. */
  total: number;
  assigned: number;
  started: number;
  reported: number;
};

/** State codes of document exchange on the national axis, see DOMAIN "Exchange of documents". */
export const exchangeStates = ["01", "02", "03", "04", "05", "06", "13", "15", "16"] as const;
export type ExchangeState = (typeof exchangeStates)[number];

/** The latest thing that counts: a recall over a return, a return over the work. */
export function exchangeState(facts: ExchangeFacts): ExchangeState {
  if (facts.recalledAt) {
    if (facts.recallAgreedAt) return "15";
    return facts.recallRefusedAt ? "16" : "13";
  }
  if (facts.returnedAt) return "02";
  if (facts.total > 0 && facts.reported === facts.total) return "06";
  if (facts.started > 0 || facts.reported > 0) return "05";
  if (facts.assigned > 0) return "04";
  return facts.acknowledgedAt ? "03" : "01";
}
