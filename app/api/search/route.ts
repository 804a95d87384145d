import { takeTurns } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { search } from "@/lib/search/queries";
import { searchFilterSchema } from "@/lib/search/schema";

/** What the palette shows while one types: the best few of each kind. */
export async function GET(request: Request) {
  const actor = await currentActor();
  if (!actor) return answer({ message: "Phiên đăng nhập đã hết." }, 401);
  // Beyond that the palette waits and asks again.
  if (!(await takeTurns(actor.userId, "search")))
    return answer({ message: "Chờ một giây rồi tìm tiếp." }, 429);

  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const filter = searchFilterSchema.parse({ q: asked.q });
  const { groups, cut } = await search(actor, filter, { each: 5, texts: "titles" });
  return answer({ groups: groups.filter(({ hits }) => hits.length > 0), cut }, 200);
}

const answer = (body: object, status: number) =>
  Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });
