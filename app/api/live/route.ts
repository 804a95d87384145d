import { currentActor } from "@/lib/auth/session";
import { liveHub } from "@/lib/live/hub";
import { liveRequestSchema } from "@/lib/live/schema";
import { openStream } from "@/lib/live/stream";

export const dynamic = "force-dynamic";

const headers = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // Neither packed nor kept back on its way: each word counts when it is said.
  "Cache-Control": "private, no-store, no-transform",
  "X-Accel-Buffering": "no",
};

/** Tells an open page that something it shows has changed; what, it then asks for itself. */
export async function GET(request: Request) {
  if ((request.headers.get("sec-fetch-site") ?? "same-origin") !== "same-origin")
    return refused(403);
  const actor = await currentActor();
  if (!actor) return refused(401);
  const hub = liveHub();
  if (!hub.hasRoomFor(actor)) return refused(429);

  const asked = liveRequestSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const since = request.headers.get("last-event-id") ?? asked.since;
  const stream = openStream(() => joined.leave());
  const joined = hub.join({ actor, topics: asked.topics, stream }, since);
  await joined.begun;
  return new Response(stream.body, { headers });
}

const refused = (status: number) =>
  new Response(null, { status, headers: { "Cache-Control": "private, no-store" } });
