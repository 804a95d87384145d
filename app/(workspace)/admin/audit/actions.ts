"use server";

import { describeVerification } from "@/lib/audit/trail/labels";
import { verifyTrail } from "@/lib/audit/trail/queries";
import { verifyTrailSchema } from "@/lib/audit/trail/schema";
import { Refusal } from "@/lib/errors";
import { formAction } from "@/lib/form-action";

export const verifyTrailAction = formAction(verifyTrailSchema, async (actor) => {
  const verification = await verifyTrail(actor);
  const sentence = describeVerification(verification);
  if (verification.broken) throw new Refusal("conflict", sentence);
  return sentence;
});
