import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";

/** Someone who asks; overrides say what matters to the test. */
export function anActor(overrides: Partial<Actor> = {}): Actor {
  return {
    userId: randomUUID(),
    fullName: "Nguyễn Thị Kiểm Thử",
    role: "unit_staff",
    unitId: randomUUID(),
    unitName: "UBND xã Thử Nghiệm",
    home: "locality",
    sessionId: randomUUID(),
    ip: "127.0.0.1",
    userAgent: "vitest",
    ...overrides,
  };
}

export const aDistrictOfficer = (overrides: Partial<Actor> = {}) =>
  anActor({ role: "district_officer", home: "command", ...overrides });

export const aDistrictLeader = (overrides: Partial<Actor> = {}) =>
  anActor({ role: "district_leader", home: "command", ...overrides });

export const anAdministrator = (overrides: Partial<Actor> = {}) =>
  anActor({ role: "administrator", home: "command", ...overrides });

export const anObserver = (overrides: Partial<Actor> = {}) =>
  anActor({ role: "observer", home: "command", ...overrides });

export const aUnitLead = (overrides: Partial<Actor> = {}) =>
  anActor({ role: "unit_lead", ...overrides });
