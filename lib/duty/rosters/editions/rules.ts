import { z } from "zod";
import { Refusal } from "@/lib/errors";
import { dutyPosts, MINUTE, type Span } from "../../schema";
import type { RosterState } from "../schema";

const changesSchema = z.array(
  z.object({
    startsAt: z.coerce.date(),
    endsAt: z.coerce.date(),
    post: z.enum(dutyPosts),
    was: z.string().nullable(),
    is: z.string().nullable(),
  }),
);

/** What an edition changed, read back from its row. */
export const readChanges = (changes: unknown) => changesSchema.parse(changes);

export type RosterEditionRow = {
  number: number;
  at: Date;
  byName: string;
  reason: string;
  changes: ReturnType<typeof readChanges>;
};

/** Who acts on a roster that has changed since they saw it is told, and nothing is overwritten. */
export function refuseStale(roster: { version: number }, version: number) {
  if (roster.version === version) return;
  throw new Refusal("conflict", "Lịch trực vừa có người sửa. Tải lại trang rồi làm tiếp.");
}

/** What is still to come of a shift; all of it while it has not begun or is only planned. */
export function remainder(
  roster: { state: RosterState },
  { startsAt, endsAt }: Span,
  at: Date,
): Span {
  const minute = new Date(Math.floor(at.getTime() / MINUTE) * MINUTE);
  if (roster.state !== "published" || minute <= startsAt) return { startsAt, endsAt };
  if (minute >= endsAt) {
    throw new Refusal("conflict", "Ca này đã kết thúc, không điều chỉnh được nữa.");
  }
  return { startsAt: minute, endsAt };
}
