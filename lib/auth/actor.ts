export const roles = [
  "administrator",
  "district_leader",
  "district_officer",
  "unit_lead",
  "unit_staff",
  "telco_liaison",
  "observer",
] as const;

export type Role = (typeof roles)[number];

/** Which home page a person opens first; it follows from the kind of their unit. */
export type Home = "command" | "coordination" | "locality" | "telecom";

/** Who is asking and from where. Every query and command takes one; only the session makes one. */
export type Actor = Readonly<{
  userId: string;
  fullName: string;
  role: Role;
  unitId: string;
  unitName: string;
  home: Home;
  sessionId: string;
  ip: string;
  userAgent: string;
}>;

/** The district's own desk: sees everything, directs, reminds. */
export const isDistrict = (actor: Actor) =>
  actor.role === "district_leader" || actor.role === "district_officer";

/** Reads everything, changes nothing in the districts' work. */
export const seesAll = (actor: Actor) =>
  isDistrict(actor) || actor.role === "observer" || actor.role === "administrator";

/** Works for one addressed unit. */
export const isUnitMember = (actor: Actor) =>
  actor.role === "unit_lead" || actor.role === "unit_staff" || actor.role === "telco_liaison";
