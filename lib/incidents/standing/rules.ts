import { Refusal } from "@/lib/errors";
import { formatInstant, now } from "@/lib/time";
import { isOpen } from "../rules";
import type { IncidentPart, IncidentState } from "../schema";

/** A unit that has taken over others may be in on a case in several ways: the strongest counts. */
export function partOf(parties: { part: IncidentPart }[]): IncidentPart | null {
  const order: IncidentPart[] = ["handler", "police", "support", "reporter", "merged"];
  return order.find((part) => parties.some((party) => party.part === part)) ?? null;
}

/** Who acts on what was on the screen is told when it is no longer so. */
export function refuseStale(incident: { version: number }, seen: { version: number }) {
  if (incident.version === seen.version) return;
  throw new Refusal(
    "conflict",
    "Người khác vừa cập nhật sự cố này. Tải lại trang để xem rồi làm tiếp.",
  );
}

export function refuseUnlessOpen(incident: { state: IncidentState }) {
  if (isOpen(incident)) return;
  throw new Refusal("conflict", "Sự cố này đã khép lại. Mở lại trước khi cập nhật.");
}

export function refuseFuture(at: Date, what: string) {
  if (at <= now()) return;
  throw new Refusal(
    "invalid",
    `${what} không thể xảy ra lúc ${formatInstant(at)}: giờ đó chưa tới (bây giờ là ${formatInstant(now())}). Sửa lại ngày giờ.`,
  );
}
