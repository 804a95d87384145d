import { z } from "zod";
import { momentSchema } from "../people/schema";
import { dutyPosts } from "../schema";
import { readPattern } from "./patterns/rules";

export const rosterStates = ["draft", "submitted", "published"] as const;
export type RosterState = (typeof rosterStates)[number];

const clockTime = z.string().regex(/^\d{2}:\d{2}$/);
const patternSchema = z
  .array(z.object({ start: clockTime, minutes: z.number().int().min(1).max(1440) }))
  .max(12);

/** How a roster's days are cut, for each post; an empty list: this post is not rostered. */
export const rosterPatternSchema = z.object({ leader: patternSchema, staff: patternSchema });
export type RosterPattern = z.infer<typeof rosterPatternSchema>;

const WRONG_PATTERN =
  "Ghi các ca nối nhau, không chồng giờ, ví dụ 07:00-11:30, 13:30-17:00, 17:00-07:00.";

/** `12h`, `24h`, `8h`, `none` or `own`; the own one is written out beside it. */
const patternChoice = z.enum(["12h", "24h", "8h", "none", "own"]);

export const createRosterSchema = z
  .object({
    requestId: z.uuid(),
    campaignId: z.uuid("Chọn đợt cao điểm."),
    startsAt: momentSchema,
    endsAt: momentSchema,
    staffPattern: patternChoice.exclude(["none"]),
    staffOwn: z.string().max(300).default(""),
    leaderPattern: patternChoice,
    leaderOwn: z.string().max(300).default(""),
  })
  .superRefine((input, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (input.startsAt >= input.endsAt) wrong("endsAt", "Lúc kết thúc phải sau lúc bắt đầu.");
    if (input.staffPattern === "own" && !readPattern(input.staffOwn))
      wrong("staffOwn", WRONG_PATTERN);
    if (input.leaderPattern === "own" && !readPattern(input.leaderOwn))
      wrong("leaderOwn", WRONG_PATTERN);
  });
export type CreateRoster = z.infer<typeof createRosterSchema>;

/** The roster as the person saw it: who acts on an older one is told. */
const seen = { rosterId: z.uuid(), version: z.coerce.number().int().min(1) };
export const seenRosterSchema = z.object(seen);
export type SeenRoster = z.infer<typeof seenRosterSchema>;

export const publishRosterSchema = z.object({
  ...seen,
  gapReason: z.string().trim().max(500).default(""),
});
export type PublishRoster = z.infer<typeof publishRosterSchema>;

export const returnRosterSchema = z.object({
  ...seen,
  reason: z.string().trim().min(5, "Ghi rõ đơn vị cần sửa gì.").max(500),
});
export type ReturnRoster = z.infer<typeof returnRosterSchema>;

export const fillRosterSchema = z.object({
  ...seen,
  posts: z.array(z.enum(dutyPosts)).min(1, "Chọn loại trực cần xếp."),
  staffPerShift: z.coerce.number().int().min(1).max(5).catch(1),
});
export type FillRosterInput = z.infer<typeof fillRosterSchema>;

const reason = z.string().trim().max(300, "Lý do dài nhất 300 ký tự.").default("");

export const addShiftSchema = z
  .object({
    requestId: z.uuid(),
    rosterId: z.uuid(),
    personId: z.uuid("Chọn người trực."),
    post: z.enum(dutyPosts),
    startsAt: momentSchema,
    endsAt: momentSchema,
    reason,
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, {
    path: ["endsAt"],
    message: "Lúc kết thúc ca phải sau lúc bắt đầu.",
  });
export type AddShift = z.infer<typeof addShiftSchema>;

export const reassignShiftSchema = z.object({
  shiftId: z.uuid(),
  personId: z.uuid("Chọn người thay."),
  reason,
});
export type ReassignShift = z.infer<typeof reassignShiftSchema>;

export const removeShiftSchema = z.object({ shiftId: z.uuid(), reason });
export type RemoveShift = z.infer<typeof removeShiftSchema>;

export const rosterFilterSchema = z.object({
  campaign: z.uuid().optional().catch(undefined),
  state: z
    .enum([...rosterStates, "missing", "gaps"])
    .optional()
    .catch(undefined),
  kind: z.string().trim().max(60).optional().catch(undefined),
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type RosterFilter = z.infer<typeof rosterFilterSchema>;
