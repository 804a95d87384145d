import { z } from "zod";
import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { writeWorkbook } from "@/lib/documents/workbook";
import { postLabels } from "@/lib/duty/labels";
import { hoursSheet, rosterSheet } from "@/lib/duty/rosters/paper/rules";
import { findRoster } from "@/lib/duty/rosters/queries";
import { personHours } from "@/lib/duty/rosters/rules";
import { attachmentHeader } from "@/lib/files/rules";

/** A roster as .xlsx: the table that is hung up, and the hours of each person. */
export async function GET(_request: Request, { params }: RouteContext<"/api/duty/rosters/[id]">) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const id = z.uuid().safeParse((await params).id);
  const roster = actor && id.success ? await findRoster(actor, id.data) : null;
  if (!roster) return new Response("Không tìm thấy lịch trực.", { status: 404 });

  const hours = personHours(roster.shifts, roster.policy);
  const sheets = [rosterSheet(roster), hoursSheet(roster, hours, postLabels)];
  const name = `Lịch trực ${roster.unit.shortName} ${roster.campaign.name}.xlsx`;
  return new Response(new Uint8Array(await writeWorkbook(sheets)), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": attachmentHeader(name),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
