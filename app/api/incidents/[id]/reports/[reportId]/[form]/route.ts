import { z } from "zod";
import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { documentFormSchema, documentHeaders, writeDocument } from "@/lib/documents/official/rules";
import { findReportDocument } from "@/lib/incidents/reports/forms/queries";

const path = z.object({ id: z.uuid(), reportId: z.uuid(), form: documentFormSchema });

/** A report of an incident as it was sent, as .docx or .pdf. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/incidents/[id]/reports/[reportId]/[form]">,
) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const asked = path.safeParse(await params);
  const paper =
    actor && asked.success
      ? await findReportDocument(actor, {
          incidentId: asked.data.id,
          reportId: asked.data.reportId,
        })
      : null;
  if (!asked.success || !paper) return new Response("Không tìm thấy báo cáo.", { status: 404 });

  const { form } = asked.data;
  const bytes = await writeDocument(paper, form);
  return new Response(new Uint8Array(bytes), { headers: documentHeaders(paper.title, form) });
}
