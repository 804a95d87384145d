export const LOG_LIMIT = 4000;
const SHORTEST = 3;

/** What is wrong with an entry's text; null when it says something, or that nothing happened. */
export function textProblem(kind: string, text: string) {
  const said = text.trim();
  if (said.length > LOG_LIMIT) return `Nội dung dài nhất ${LOG_LIMIT} ký tự.`;
  if (kind !== "nil" && said.length < SHORTEST) return "Ghi nội dung, hoặc bấm “Không phát sinh”.";
  return null;
}
