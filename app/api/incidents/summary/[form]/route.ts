import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { documentFormSchema, documentHeaders, writeDocument } from "@/lib/documents/official/rules";
import { findIncidentSummary } from "@/lib/incidents/reports/summary/queries";
import { summaryQuerySchema } from "@/lib/incidents/reports/summary/schema";

/** The incidents of a time by Mẫu 05, as .docx or .pdf. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/incidents/summary/[form]">,
) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const form = documentFormSchema.safeParse((await params).form);
  const query = summaryQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const paper =
    actor && form.success && query.success ? await findIncidentSummary(actor, query.data) : null;
  if (!form.success || !paper) return new Response("Không tìm thấy báo cáo.", { status: 404 });

  const bytes = await writeDocument(paper, form.data);
  return new Response(new Uint8Array(bytes), { headers: documentHeaders(paper.title, form.data) });
}
