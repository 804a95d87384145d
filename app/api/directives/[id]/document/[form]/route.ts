import { z } from "zod";
import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { findDirectivePaper } from "@/lib/directives/paper/queries";
import { paperQuerySchema } from "@/lib/directives/paper/schema";
import { documentFormSchema, documentHeaders, writeDocument } from "@/lib/documents/official/rules";

const path = z.object({ id: z.uuid(), form: documentFormSchema });

/** A directive, its recall or a nudge as .docx or .pdf. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/directives/[id]/document/[form]">,
) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const asked = path.safeParse(await params);
  const query = paperQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const paper =
    actor && asked.success && query.success
      ? await findDirectivePaper(actor, asked.data.id, query.data.kind)
      : null;
  if (!asked.success || !paper) return new Response("Không tìm thấy văn bản.", { status: 404 });

  const { form } = asked.data;
  const bytes = await writeDocument(paper, form);
  const name = paper.title.split(":")[0] ?? paper.title;
  return new Response(new Uint8Array(bytes), { headers: documentHeaders(name, form) });
}
