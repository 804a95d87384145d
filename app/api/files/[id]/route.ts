import { Readable } from "node:stream";
import { z } from "zod";
import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { findFile } from "@/lib/files/queries";
import { attachmentHeader } from "@/lib/files/rules";
import { openKeptFile } from "@/lib/files/storage";

/** Hands a file out to be saved, never to be shown: it may hold anything. */
export async function GET(_request: Request, { params }: RouteContext<"/api/files/[id]">) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const id = z.uuid().safeParse((await params).id);
  const file = actor && id.success ? await findFile(actor, id.data) : null;
  if (!file) return new Response("Không tìm thấy tệp.", { status: 404 });

  const stream = await openKeptFile(file.sha256);
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.size),
      "Content-Disposition": attachmentHeader(file.name),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
