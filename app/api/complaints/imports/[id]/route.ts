import { z } from "zod";
import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { findBadRows } from "@/lib/complaints/import/queries";
import { attachmentHeader } from "@/lib/files/rules";

/** The rows of a file that could not be read, to mend and send again. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/complaints/imports/[id]">,
) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const id = z.uuid().safeParse((await params).id);
  const found = actor && id.success ? await findBadRows(actor, id.data) : null;
  if (!found) return new Response("Không tìm thấy tệp này.", { status: 404 });
  const name = `Dòng lỗi ${found.name.replace(/\.\w+$/, "")}.csv`;
  return new Response(found.csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": attachmentHeader(name),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
