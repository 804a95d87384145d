import { currentActor } from "@/lib/auth/session";
import { makePace } from "@/lib/search/pace/rules";
import { search } from "@/lib/search/queries";
import { searchFilterSchema } from "@/lib/search/schema";
import { now } from "@/lib/time";

/** As fast as anyone types, with room for a held key; beyond that the palette waits and asks again. */
const pace = makePace({ burst: 20, perSecond: 5 });

/** What the palette shows while one types: the best few of each kind. */
export async function GET(request: Request) {
  const actor = await currentActor();
  if (!actor) return answer({ message: "Phiên đăng nhập đã hết." }, 401);
  if (!pace.take(actor.userId, now()))
    return answer({ message: "Chờ một giây rồi tìm tiếp." }, 429);

  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const filter = searchFilterSchema.parse({ q: asked.q });
  const { groups, cut } = await search(actor, filter, { each: 5, texts: "titles" });
  return answer({ groups: groups.filter(({ hits }) => hits.length > 0), cut }, 200);
}

const answer = (body: object, status: number) =>
  Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });
