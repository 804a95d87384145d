import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { registerLabels } from "@/lib/directives/registers/labels";
import { exportRegister } from "@/lib/directives/registers/queries";
import { registerFilterSchema } from "@/lib/directives/registers/schema";
import { writeWorkbook } from "@/lib/documents/workbook";
import { attachmentHeader } from "@/lib/files/rules";

/** A register of a year as .xlsx. */
export async function GET(request: Request) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const { kind, year } = registerFilterSchema.parse(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  const sheet = actor && kind && year ? await exportRegister(actor, kind, year) : null;
  if (!kind || !sheet) return new Response("Không tìm thấy sổ.", { status: 404 });
  return new Response(new Uint8Array(await writeWorkbook([sheet])), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": attachmentHeader(`${registerLabels[kind]} ${year}.xlsx`),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
