import type { Role } from "@/lib/auth/actor";

/** Why this role does not go with a unit of that kind; null when it does. */
export function roleMismatch(role: Role, home: string | null) {
  if (role === "telco_liaison" && home !== "telecom") {
    return "Đầu mối viễn thông phải thuộc một doanh nghiệp viễn thông.";
  }
  if ((role === "district_leader" || role === "district_officer") && home !== "command") {
    return "Lãnh đạo và chuyên viên huyện phải thuộc UBND huyện.";
  }
  return null;
}

/** Issuer and subject together name a person; a subject alone means another person elsewhere. */
export const provinceKey = (issuer: string, subject: string) =>
  `${issuer.replace(/\/$/, "")} ${subject}`;

/** The subject as the administrator typed it. */
export const provinceSubjectOf = (key: string | null) => key?.split(" ").slice(1).join(" ") ?? "";
