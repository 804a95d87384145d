import { z } from "zod";
import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { documentFormSchema, documentHeaders, writeDocument } from "@/lib/documents/official/rules";
import { rosterDocument } from "@/lib/duty/rosters/paper/rules";
import { findRoster } from "@/lib/duty/rosters/queries";

const path = z.object({ id: z.uuid(), form: documentFormSchema });

/** A roster as .docx or .pdf. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/duty/rosters/[id]/document/[form]">,
) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const asked = path.safeParse(await params);
  const roster = actor && asked.success ? await findRoster(actor, asked.data.id) : null;
  if (!asked.success || !roster) return new Response("Không tìm thấy lịch trực.", { status: 404 });

  const { form } = asked.data;
  const paper = rosterDocument(roster);
  const bytes = await writeDocument(paper, form);
  return new Response(new Uint8Array(bytes), { headers: documentHeaders(paper.title, form) });
}
