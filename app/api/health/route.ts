import { checkHealth } from "@/lib/db/health";

export const dynamic = "force-dynamic";

/** 200 when requests can be served, 503 when the database is away or behind. */
export async function GET() {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.ready ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
