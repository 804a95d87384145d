import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { writeWorkbook } from "@/lib/documents/workbook";
import { attachmentHeader } from "@/lib/files/rules";
import { templateSheets } from "@/lib/identity/people/import/labels";
import { canManagePeople } from "@/lib/identity/policy";
import { listUnitChoices } from "@/lib/organization/queries";

/** An empty file of people to fill in, with the units that exist today beside it. */
export async function GET() {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  if (!actor || !canManagePeople(actor)) return new Response("Không tìm thấy.", { status: 404 });

  const workbook = await writeWorkbook(templateSheets(await listUnitChoices(actor)));
  return new Response(new Uint8Array(workbook), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": attachmentHeader("Mẫu nhập tài khoản.xlsx"),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
