import { z } from "zod";
import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { periodSheet } from "@/lib/complaints/reports/paper/rules";
import { findPeriod } from "@/lib/complaints/reports/queries";
import { writeWorkbook } from "@/lib/documents/workbook";
import { attachmentHeader, safeFileName } from "@/lib/files/rules";

/** Telcos side by side as .xlsx, for those who see all of them. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/complaints/periods/[id]">,
) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const id = z.uuid().safeParse((await params).id);
  const period = actor && id.success ? await findPeriod(actor, id.data) : null;
  if (!period) return new Response("Không tìm thấy kỳ báo cáo.", { status: 404 });
  const workbook = await writeWorkbook([periodSheet(period, period.reports)]);
  return new Response(new Uint8Array(workbook), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": attachmentHeader(safeFileName(`Báo cáo kỳ ${period.name}.xlsx`)),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
