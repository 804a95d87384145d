import { z } from "zod";
import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { periodDocument } from "@/lib/complaints/reports/paper/rules";
import { findPeriodReport } from "@/lib/complaints/reports/queries";
import { documentFormSchema, documentHeaders, writeDocument } from "@/lib/documents/official/rules";

const path = z.object({ id: z.uuid(), form: documentFormSchema });

/** The newest edition of a period report as .docx or .pdf. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/complaints/reports/[id]/[form]">,
) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const asked = path.safeParse(await params);
  const report = actor && asked.success ? await findPeriodReport(actor, asked.data.id) : null;
  const paper = report && periodDocument(report);
  if (!asked.success || !paper) return new Response("Không tìm thấy báo cáo.", { status: 404 });
  const { form } = asked.data;
  const bytes = await writeDocument(paper, form);
  return new Response(new Uint8Array(bytes), { headers: documentHeaders(paper.title, form) });
}
