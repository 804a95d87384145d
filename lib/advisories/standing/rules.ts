import type { AuditEvent } from "@/lib/audit/record";
import type { HeldHandling } from "./commands";

/** Every act on a handling is told of the advisory, with the unit and where it stood before. */
export function advisoryAudit(
  action: string,
  { advisory, unit, ...before }: HeldHandling,
  event: Partial<Pick<AuditEvent, "after" | "details">>,
): AuditEvent {
  return {
    action,
    subject: { type: "advisory", id: before.advisoryId },
    before,
    after: event.after,
    details: {
      number: advisory.number,
      subject: advisory.subject,
      unit: unit.shortName,
      ...event.details,
    },
  };
}
