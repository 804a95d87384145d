import { z } from "zod";
import { dutyPosts } from "../../schema";

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
