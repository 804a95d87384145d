import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { complaintSheet } from "@/lib/complaints/paper/rules";
import { exportComplaints } from "@/lib/complaints/queries";
import { complaintFilterSchema } from "@/lib/complaints/schema";
import { writeWorkbook } from "@/lib/documents/workbook";
import { attachmentHeader } from "@/lib/files/rules";
import { isoDay, now } from "@/lib/time";

/** The list as it was filtered, as .xlsx; of who complained nothing is in it. */
export async function GET(request: Request) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const filter = complaintFilterSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const rows = actor ? await exportComplaints(actor, filter) : null;
  if (!rows) return new Response("Không tìm thấy.", { status: 404 });
  const workbook = await writeWorkbook([complaintSheet(rows)]);
  return new Response(new Uint8Array(workbook), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": attachmentHeader(`Phản ánh ${isoDay(now())}.xlsx`),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
