import { Readable } from "node:stream";
import { z } from "zod";
import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { Refusal } from "@/lib/errors";
import { attachmentHeader } from "@/lib/files/rules";
import { openKeptFile } from "@/lib/files/storage";
import { openEvidence } from "@/lib/incidents/evidence/commands";

/** Hands evidence out to be saved, never to be shown, whatever it is; and writes down to whom. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/incidents/evidence/[id]">,
) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const id = z.uuid().safeParse((await params).id);
  if (!actor || !id.success) return notFound();
  try {
    const file = await openEvidence(actor, id.data);
    const stream = await openKeptFile(file.sha256);
    return new Response(Readable.toWeb(stream) as ReadableStream, {
      headers: {
        "Content-Type": "application/octet-stream",
        "Content-Length": String(file.size),
        "Content-Disposition": attachmentHeader(file.name),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    if (error instanceof Refusal) return notFound();
    throw error;
  }
}

const notFound = () => new Response("Không tìm thấy minh chứng.", { status: 404 });
