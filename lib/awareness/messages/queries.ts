import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { visibleMessages } from "../policy";
import type { MessageFilter } from "./schema";

const PER_PAGE = 24;
const CHOICES = 100;

const shown = {
  id: true,
  title: true,
  topic: true,
  summary: true,
  body: true,
  advice: true,
  version: true,
  retiredAt: true,
  editedAt: true,
  editedBy: true,
} as const;

/** The library, what is in use first, then newest first. */
export async function listMessages(actor: Actor, { q, page }: MessageFilter) {
  const text = { contains: q, mode: "insensitive" } as const;
  const rows = await db.awarenessMessage.findMany({
    where: {
      AND: [
        visibleMessages(actor),
        q ? { OR: [{ title: text }, { topic: text }, { body: text }] } : {},
      ],
    },
    select: shown,
    orderBy: [
      { retiredAt: { sort: "desc", nulls: "first" } },
      { editedAt: "desc" },
      { id: "desc" },
    ],
    skip: (page - 1) * PER_PAGE,
    take: PER_PAGE + 1,
  });
  return { rows: rows.slice(0, PER_PAGE), hasNext: rows.length > PER_PAGE };
}

export type MessageRow = Awaited<ReturnType<typeof listMessages>>["rows"][number];

export async function findMessage(actor: Actor, id: string) {
  return db.awarenessMessage.findFirst({
    where: { id, AND: visibleMessages(actor) },
    select: shown,
  });
}

export type MessageView = NonNullable<Awaited<ReturnType<typeof findMessage>>>;

/** What an activity may be about, to choose from instead of typing. */
export async function listTopics(actor: Actor) {
  const rows = await db.awarenessMessage.findMany({
    where: { retiredAt: null, AND: visibleMessages(actor) },
    select: { topic: true },
    distinct: ["topic"],
    orderBy: { topic: "asc" },
    take: CHOICES,
  });
  return rows.map(({ topic }) => topic);
}
