import { z } from "zod";
import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { documentFormSchema, documentHeaders, writeDocument } from "@/lib/documents/official/rules";
import { findSynthesisDocument } from "@/lib/reports/synthesis/queries";

const path = z.object({ id: z.uuid(), form: documentFormSchema });

/** The district's report to the province as .docx or .pdf. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/reports/[id]/document/[form]">,
) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const asked = path.safeParse(await params);
  const paper = actor && asked.success ? await findSynthesisDocument(actor, asked.data.id) : null;
  if (!asked.success || !paper) return new Response("Không tìm thấy báo cáo.", { status: 404 });
  const { form } = asked.data;
  const bytes = await writeDocument(paper, form);
  return new Response(new Uint8Array(bytes), { headers: documentHeaders(paper.title, form) });
}
