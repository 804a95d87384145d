import { TelcoMeasuresCard } from "@/components/complaints/telco-measures-card";
import type { Actor } from "@/lib/auth/actor";
import { findAssignmentTelco } from "@/lib/complaints/measures/queries";

type Props = { actor: Actor; assignmentId: string };

/** What a telco's obligation comes to, computed from its work. */
export async function TelcoMeasure({ actor, assignmentId }: Props) {
  return <TelcoMeasuresCard telcos={await findAssignmentTelco(actor, assignmentId)} />;
}
