import { describe, expect, test } from "vitest";
import { roles } from "@/lib/auth/actor";
import { roleMismatch } from "@/lib/identity/people/rules";
import { canChangeAccess, canManagePeople, visiblePeople } from "@/lib/identity/policy";
import { anActor } from "@/tests/support/actors";

describe("accounts", () => {
  test.each(roles)("%s manages them only as administrator, and sees what they manage", (role) => {
    const actor = anActor({ role });
    expect(canManagePeople(actor)).toBe(role === "administrator");
    expect(visiblePeople(actor)).toEqual(role === "administrator" ? {} : { id: { in: [] } });
  });

  test("nobody changes their own access", () => {
    const actor = anActor({ role: "administrator" });
    expect(canChangeAccess(actor, { id: actor.userId })).toBe(false);
    expect(canChangeAccess(actor, { id: "someone-else" })).toBe(true);
  });

  test("a role goes with its kind of unit", () => {
    expect(roleMismatch("telco_liaison", "telecom")).toBeNull();
    expect(roleMismatch("telco_liaison", "locality")).toMatch(/viễn thông/);
    expect(roleMismatch("district_officer", "locality")).toMatch(/UBND huyện/);
    expect(roleMismatch("unit_lead", "coordination")).toBeNull();
    expect(roleMismatch("observer", null)).toBeNull();
  });
});
