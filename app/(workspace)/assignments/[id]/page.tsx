import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { requireActor } from "@/lib/auth/session";
import { findAssignment } from "@/lib/directives/assignments/queries";

/** Who knows an obligation of a unit by its id alone is led to where it stands. */
export default async function AssignmentPlace({ params }: PageProps<"/assignments/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const assignment = id.success ? await findAssignment(actor, id.data) : null;
  if (!assignment) notFound();
  redirect(`/directives/${assignment.directive.id}/assignments/${assignment.id}`);
}
