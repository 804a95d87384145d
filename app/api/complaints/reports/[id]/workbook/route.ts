import { z } from "zod";
import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { reportSheet } from "@/lib/complaints/reports/paper/rules";
import { findPeriodReport } from "@/lib/complaints/reports/queries";
import { writeWorkbook } from "@/lib/documents/workbook";
import { attachmentHeader, safeFileName } from "@/lib/files/rules";

/** The newest edition of a period report as .xlsx. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/complaints/reports/[id]/workbook">,
) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const id = z.uuid().safeParse((await params).id);
  const report = actor && id.success ? await findPeriodReport(actor, id.data) : null;
  const sheet = report && reportSheet(report);
  if (!sheet) return new Response("Không tìm thấy báo cáo.", { status: 404 });
  const workbook = await writeWorkbook([sheet]);
  const name = safeFileName(`Báo cáo kỳ ${report.period.name} ${report.telco.name}.xlsx`);
  return new Response(new Uint8Array(workbook), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": attachmentHeader(name),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
