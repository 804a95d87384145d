import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { visibleNotices } from "./policy";

const LIMIT = 20;

/** What has not been put away yet, newest first. */
export async function listNotices(actor: Actor) {
  return db.notice.findMany({
    where: { ...visibleNotices(actor), seenAt: null },
    select: {
      id: true,
      kind: true,
      title: true,
      body: true,
      subjectType: true,
      subjectId: true,
      at: true,
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: LIMIT,
  });
}

export type NoticeRow = Awaited<ReturnType<typeof listNotices>>[number];
