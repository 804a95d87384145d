import { z } from "zod";
import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { canSeeCalls } from "@/lib/directives/calls/policy";
import { listCallSheet } from "@/lib/directives/calls/queries";
import { callSheets } from "@/lib/directives/calls/rules";
import { callFilterSchema } from "@/lib/directives/calls/schema";
import { documentNumber } from "@/lib/directives/labels";
import { findDirective } from "@/lib/directives/queries";
import { writeWorkbook } from "@/lib/documents/workbook";
import { attachmentHeader } from "@/lib/files/rules";
import { formatInstant, isoDay, now } from "@/lib/time";

/** The phone list of a directive as .xlsx, filtered as on its page. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/directives/[id]/calls">,
) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const id = z.uuid().safeParse((await params).id);
  const directive = actor && id.success ? await findDirective(actor, id.data) : null;
  if (!actor || !directive || !canSeeCalls(actor, directive)) {
    return new Response("Không tìm thấy văn bản.", { status: 404 });
  }

  const at = now();
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const units = (await listCallSheet(actor, directive.id, callFilterSchema.parse(query))) ?? [];
  const title = `DANH SÁCH GỌI ĐIỆN ${documentNumber(directive).toUpperCase()}`;
  const sheets = callSheets(
    { title, subject: directive.subject, takenAt: formatInstant(at) },
    units,
  );
  const name = `Gọi điện ${documentNumber(directive).replace("/", "-")} ${isoDay(at)}.xlsx`;
  return new Response(new Uint8Array(await writeWorkbook(sheets)), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": attachmentHeader(name),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
