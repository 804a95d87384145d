import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** What one link of a chain binds together; every column but the hash itself. */
export type AuditContent = {
  unitId: string;
  seq: string;
  at: string;
  actorId: string | null;
  actorName: string;
  ip: string;
  userAgent: string;
  action: string;
  subjectType: string;
  subjectId: string;
  before: string | null;
  after: string | null;
  details: unknown;
  prevHash: string;
};

/** Where every chain begins. */
export const GENESIS = "0".repeat(64);

/** SHA-256 in hex over RFC 8785 canonical JSON, so that the order of keys does not matter. */
export function digest(value: unknown) {
  return createHash("sha256")
    .update(canonicalize(value) ?? "null")
    .digest("hex");
}

export const linkHash = (content: AuditContent) => digest(content);
