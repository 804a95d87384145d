import { z } from "zod";
import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { writeWorkbook } from "@/lib/documents/workbook";
import { attachmentHeader } from "@/lib/files/rules";
import { findSynthesisSheets } from "@/lib/reports/synthesis/queries";

/** The figures and the annexes of a report as .xlsx, a sheet each. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/reports/[id]/workbook">,
) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const id = z.uuid().safeParse((await params).id);
  const found = actor && id.success ? await findSynthesisSheets(actor, id.data) : null;
  if (!found) return new Response("Không tìm thấy báo cáo.", { status: 404 });
  return new Response(new Uint8Array(await writeWorkbook(found.sheets)), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": attachmentHeader(`${found.name.replace(/[\\/]/g, "-")}.xlsx`),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
