import type { BatchAnswer } from "@/lib/duty/batch/schema";
import type { KeptItem } from "./outbox";

/** What waits to be sent; what was refused waits for the person. */
export const waiting = (items: readonly KeptItem[]) => items.filter(({ refusal }) => !refusal);

/** What may leave the device, and what stays with the reason to be read. The rest is sent again. */
export function judge(items: readonly KeptItem[], answers: readonly BatchAnswer[]) {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const stored = items.filter(({ id }) => byId.get(id)?.outcome === "kept");
  const refused = items.filter(({ id }) => byId.get(id)?.outcome === "refused");
  return {
    stored: stored.map(({ seq }) => seq),
    refused: new Map(refused.map(({ seq, id }) => [seq, byId.get(id)?.message ?? UNNAMED])),
  };
}

const UNNAMED = "Hệ thống không nhận mục này.";

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 5 * 60_000;

/** How long to leave a server alone that has failed this often in a row. */
export const patience = (failures: number) =>
  Math.min(FIRST_WAIT * 2 ** Math.max(0, failures - 1), LONGEST_WAIT);
