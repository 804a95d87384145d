import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { type NoticeKind, sentOnly } from "./labels";
import { visibleNotices } from "./policy";

const LIMIT = 50;

const noticeFields = {
  id: true,
  kind: true,
  title: true,
  body: true,
  subjectType: true,
  subjectId: true,
  at: true,
} as const;

/** What has not been put away yet, newest first, without the kinds that the page shows otherwise. */
export async function listNotices(actor: Actor, shownOtherwise: NoticeKind[] = []) {
  return db.notice.findMany({
    where: {
      ...visibleNotices(actor),
      seenAt: null,
      kind: { notIn: [...sentOnly, ...shownOtherwise] },
    },
    select: noticeFields,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: LIMIT,
  });
}

/** One notice that the actor may read, put away or not; what is told elsewhere is a way to its subject. */
export async function findNotice(actor: Actor, id: string) {
  const notice = await db.notice.findFirst({
    where: { id, AND: visibleNotices(actor) },
    select: { ...noticeFields, seenAt: true },
  });
  if (!notice) return null;
  return { ...notice, toBeSeen: notice.seenAt === null && !isSentOnly(notice.kind) };
}

const isSentOnly = (kind: string) => sentOnly.some((other) => other === kind);

export type NoticeRow = Awaited<ReturnType<typeof listNotices>>[number];

/** The same as a page shows it: a unit and its leader alone can be told one thing, read once. */
export async function listNews(actor: Actor, shownOtherwise: NoticeKind[] = []) {
  const notices = await listNotices(actor, shownOtherwise);
  return notices.filter(
    (one, index) => index === notices.findIndex((other) => isSameNews(one, other)),
  );
}

const isSameNews = (one: NoticeRow, other: NoticeRow) =>
  one.kind === other.kind && one.title === other.title && one.subjectId === other.subjectId;
