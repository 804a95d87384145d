import { createHash } from "node:crypto";
import { findKeyOf } from "@/lib/auth/field-cipher";
import type { ComplaintKind } from "../../schema";

type Told = {
  receivedAt: Date;
  kind: ComplaintKind;
  source: { value: string } | null;
  sourceText: string;
  content: string;
  who: { phone: string };
};

/**
 * Where a telco gives no id of its own, what the row says is its id. With a number in it the hash is
 * under the key: all else of the row lies open, and ten digits are soon tried out.
 */
export function sameness({ receivedAt, kind, source, sourceText, content, who }: Told) {
  const told = [receivedAt.getTime(), kind, source?.value ?? sourceText, content, who.phone].join(
    "\n",
  );
  return who.phone
    ? `k:${findKeyOf(told)}`
    : `h:${createHash("sha256").update(told).digest("base64url").slice(0, 32)}`;
}
