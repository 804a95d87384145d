import { z } from "zod";
import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { documentNumber } from "@/lib/directives/labels";
import { listFollowUp } from "@/lib/directives/matrix/queries";
import { followUpSheets } from "@/lib/directives/matrix/rules";
import { canTrackDirective } from "@/lib/directives/policy";
import { findDirective } from "@/lib/directives/queries";
import { writeWorkbook } from "@/lib/documents/workbook";
import { attachmentHeader } from "@/lib/files/rules";
import { formatInstant, isoDay, now } from "@/lib/time";

/** The follow-up of a directive as .xlsx. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/directives/[id]/follow-up">,
) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const id = z.uuid().safeParse((await params).id);
  const directive = actor && id.success ? await findDirective(actor, id.data) : null;
  if (!actor || !directive || !canTrackDirective(actor, directive)) {
    return new Response("Không tìm thấy văn bản.", { status: 404 });
  }

  const at = now();
  const title = `THEO DÕI THỰC HIỆN ${documentNumber(directive).toUpperCase()}`;
  const rows = (await listFollowUp(actor, directive.id)) ?? [];
  const sheets = followUpSheets(
    { title, subject: directive.subject, takenAt: formatInstant(at) },
    rows,
  );
  const name = `Theo dõi ${documentNumber(directive).replace("/", "-")} ${isoDay(at)}.xlsx`;
  return new Response(new Uint8Array(await writeWorkbook(sheets)), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": attachmentHeader(name),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
