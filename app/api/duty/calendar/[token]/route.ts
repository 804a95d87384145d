import { tooFast } from "@/lib/auth/pace";
import { findFeed } from "@/lib/duty/feeds/queries";
import { calendarText, feedHash } from "@/lib/duty/feeds/rules";
import { postLabels } from "@/lib/duty/labels";

/** A calendar program has no session: the address itself is what it knows. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/duty/calendar/[token]">,
) {
  const token = (await params).token.replace(/\.ics$/, "");
  const feed = /^[\w-]{32}$/.test(token) ? await findFeed(token) : null;
  if (!feed) return new Response("Địa chỉ lịch không còn dùng được.", { status: 404 });
  const hasty = await tooFast(feedHash(token), "export");
  if (hasty) return hasty;
  return new Response(calendarText(feed.name, feed.shifts, postLabels), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex",
    },
  });
}
