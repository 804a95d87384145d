import type { Verdict } from "@/lib/compliance/schema";
import { formatInstant } from "@/lib/time";

/** `từ 17:00 05/01/2025`: since when it stands so; nothing where it was never known. */
export function SinceText({ since, verdict }: { since: Date | null; verdict: Verdict }) {
  if (!since || verdict === "not_measurable") return null;
  return <span className="text-xs text-ink-muted">từ {formatInstant(since)}</span>;
}
