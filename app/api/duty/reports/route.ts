import { z } from "zod";
import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { writeWorkbook } from "@/lib/documents/workbook";
import { exportQuickReports } from "@/lib/duty/quick-reports/overview/queries";
import { quickReportSheet } from "@/lib/duty/quick-reports/paper/rules";
import { quickReportFilterSchema } from "@/lib/duty/quick-reports/schema";
import { findReportTimes } from "@/lib/duty/quick-reports/times/queries";
import { attachmentHeader } from "@/lib/files/rules";
import { localInput } from "@/lib/time";

const query = z.object({ campaign: z.uuid(), due: z.iso.datetime() });

/** The quick reports of one due time as .xlsx, for the district. */
export async function GET(request: Request) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const found = actor && asked.success ? await findReportTimes(actor, asked.data.campaign) : null;
  if (!actor || !asked.success || !found) return notFound();

  const due = new Date(asked.data.due);
  const { campaign } = found;
  const filter = quickReportFilterSchema.parse({});
  const rows = await exportQuickReports(actor, { ...filter, campaign: campaign.id, due });
  if (!rows) return notFound();
  const workbook = await writeWorkbook([quickReportSheet(campaign.name, due, rows)]);
  const name = `Báo cáo nhanh ${localInput(due).replace("T", " ").replace(":", "h")}.xlsx`;
  return new Response(new Uint8Array(workbook), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": attachmentHeader(name),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

const notFound = () => new Response("Không tìm thấy báo cáo nhanh.", { status: 404 });
