import type { Actor } from "@/lib/auth/actor";

/** In whose name a command line or a job acts: no person, no unit, a chain of its own in the audit trail. */
const SYSTEM = "00000000-0000-7000-8000-000000000000";

export const systemActor: Actor = {
  userId: SYSTEM,
  fullName: "Hệ thống",
  role: "administrator",
  unitId: SYSTEM,
  unitName: "Hệ thống",
  home: "command",
  sessionId: SYSTEM,
  ip: "",
  userAgent: "hệ thống",
};
