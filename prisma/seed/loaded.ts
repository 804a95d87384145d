import { db } from "@/lib/db";

/** Written into the trail when the demo is there to the last row. */
export const DEMO_LOADED = { action: "demo.load", subject: { type: "demo", id: "huu-lung" } };

/** Asked at each start, so it brings none of what the demo is made of along. */
export async function isDemoLoaded() {
  const { type, id } = DEMO_LOADED.subject;
  const mark = { subjectType: type, subjectId: id, action: DEMO_LOADED.action };
  return (await db.auditEntry.findFirst({ where: mark, select: { seq: true } })) !== null;
}
