import { z } from "zod";
import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { documentFormSchema, documentHeaders, writeDocument } from "@/lib/documents/official/rules";
import { quickReportDocument } from "@/lib/duty/quick-reports/paper/rules";
import { findQuickReport } from "@/lib/duty/quick-reports/queries";

const path = z.object({ id: z.uuid(), form: documentFormSchema });

/** The newest edition of a quick report as .docx or .pdf. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/duty/reports/[id]/[form]">,
) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const asked = path.safeParse(await params);
  const report = actor && asked.success ? await findQuickReport(actor, asked.data.id) : null;
  const paper = report && quickReportDocument(report);
  if (!asked.success || !paper) return new Response("Không tìm thấy báo cáo.", { status: 404 });

  const { form } = asked.data;
  const bytes = await writeDocument(paper, form);
  return new Response(new Uint8Array(bytes), { headers: documentHeaders(paper.title, form) });
}
