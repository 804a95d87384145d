import { boundedJson } from "@/lib/auth/bounded-json";
import { isFromOurPages } from "@/lib/auth/caller";
import { currentActor } from "@/lib/auth/session";
import { storeBatch } from "@/lib/duty/batch/commands";
import { batchSchema } from "@/lib/duty/batch/schema";
import { Refusal } from "@/lib/errors";

/** Five hundred long entries; a phone sends fewer at a time. */
const LARGEST = 8 * 1024 * 1024;

/** Takes what a phone kept while it had no network. */
export async function POST(request: Request) {
  if (!(await isFromOurPages(request))) return new Response("Không nhận.", { status: 403 });
  const actor = await currentActor();
  if (!actor) return Response.json({ message: "Phiên đăng nhập đã hết." }, { status: 401 });
  if (request.headers.get("content-type") !== "application/json") {
    return Response.json({ message: "Chỉ nhận JSON." }, { status: 415 });
  }
  const batch = batchSchema.safeParse(await boundedJson(request, LARGEST));
  if (!batch.success) {
    return Response.json({ message: "Dữ liệu gửi lên không đúng dạng." }, { status: 400 });
  }
  try {
    return Response.json({ answers: await storeBatch(actor, batch.data) });
  } catch (error) {
    if (error instanceof Refusal) return Response.json({ message: error.message }, { status: 409 });
    throw error;
  }
}
