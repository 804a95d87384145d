import { z } from "zod";
import { FIRST_YEAR, LAST_YEAR } from "./calendar/rules";

/** What a campaign is held for. Anything else is `own`, with a name of its own. */
export const occasionKinds = [
  "tet_duong_lich",
  "tet_nguyen_dan",
  "thanh_lap_dang",
  "gio_to",
  "giai_phong_lao_dong",
  "quoc_khanh",
  "own",
] as const;
export type OccasionKind = (typeof occasionKinds)[number];

/** By which calendar an occasion comes round every year. */
export const calendars = ["solar", "lunar"] as const;
export type CalendarKind = (typeof calendars)[number];

export const campaignStates = ["running", "planned", "closed"] as const;
export type CampaignState = (typeof campaignStates)[number];

/** A civil day within the years whose lunar dates are known. */
export const daySchema = z.iso
  .date("Chọn ngày.")
  .refine((day) => day >= `${FIRST_YEAR + 1}-01-01` && day <= `${LAST_YEAR}-12-31`, {
    error: `Ngày phải nằm trong các năm ${FIRST_YEAR + 1}-${LAST_YEAR}.`,
  });

export const yearSchema = z.coerce
  .number("Nhập năm.")
  .int("Nhập năm.")
  .min(FIRST_YEAR + 1, `Năm từ ${FIRST_YEAR + 1}.`)
  .max(LAST_YEAR, `Năm đến ${LAST_YEAR}.`);

export const occasionSchema = z
  .object({
    kind: z.enum(occasionKinds),
    name: z.string().trim().min(2, "Nhập tên dịp.").max(200, "Tên dịp dài nhất 200 ký tự."),
    calendar: z.enum(calendars),
    firstOn: daySchema,
    lastOn: daySchema,
  })
  .refine(({ firstOn, lastOn }) => firstOn <= lastOn, {
    error: "Ngày cuối của dịp phải từ ngày đầu trở đi.",
    path: ["lastOn"],
  });
export type Occasion = z.infer<typeof occasionSchema>;

const localTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "Nhập ngày và giờ.")
  .refine((text) => daySchema.safeParse(text.slice(0, 10)).success, "Ngày giờ chưa đúng.");

/** A campaign as an officer edits it; times as the browser's field gives them, district time. */
export const campaignPlanSchema = z
  .object({
    name: z.string().trim().min(5, "Tên đợt cần ít nhất 5 ký tự.").max(200, "Tên đợt quá dài."),
    purpose: z.string().trim().max(2_000, "Mục đích dài nhất 2.000 ký tự."),
    startsAt: localTime,
    endsAt: localTime,
    occasions: z.array(occasionSchema).max(20, "Một đợt có nhiều nhất 20 dịp."),
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, {
    error: "Đợt phải kết thúc sau khi bắt đầu.",
    path: ["endsAt"],
  });
export type CampaignPlan = z.infer<typeof campaignPlanSchema>;

const planText = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "Nội dung gửi lên bị hỏng, hãy thử lại." });
      return z.NEVER;
    }
  })
  .pipe(campaignPlanSchema);

export const createCampaignSchema = z.object({ requestId: z.uuid(), plan: planText });
export type CreateCampaign = z.infer<typeof createCampaignSchema>;

const seenVersion = { campaignId: z.uuid(), version: z.coerce.number().int().min(1) };

export const saveCampaignSchema = z.object({ ...seenVersion, plan: planText });
export type SaveCampaign = z.infer<typeof saveCampaignSchema>;

export const changeCampaignSchema = z.object(seenVersion);
export type ChangeCampaign = z.infer<typeof changeCampaignSchema>;

export const campaignFilterSchema = z.object({
  state: z.enum(campaignStates).optional().catch(undefined),
  /** Keyset: the last row of the page before, as `<ISO time>_<id>`. */
  after: z
    .string()
    .regex(/^\d{4}-[\d-]+T[\d:.]+Z_[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
});
export type CampaignFilter = z.infer<typeof campaignFilterSchema>;

export const calendarFilterSchema = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .refine((month) => month > `${FIRST_YEAR + 1}` && month < `${LAST_YEAR}`)
    .optional()
    .catch(undefined),
});
