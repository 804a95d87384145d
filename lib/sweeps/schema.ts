import { z } from "zod";
import { parseLocal } from "@/lib/time";

const words = (limit: number) =>
  z.string().trim().max(limit, `Dài nhất ${limit} ký tự.`).default("");

const instant = z.string("Chọn ngày giờ.").transform((text, ctx) => {
  const at = parseLocal(text);
  if (at) return at;
  ctx.addIssue({ code: "custom", message: "Chọn ngày giờ." });
  return z.NEVER;
});

export const openSweepSchema = z.object({
  roundId: z.uuid(),
  campaignId: z.uuid("Chọn đợt cao điểm."),
  dueAt: instant,
  request: words(2000),
});
export type OpenSweep = z.infer<typeof openSweepSchema>;

const count = z
  .string("Ghi số, không có thì ghi 0.")
  .trim()
  .regex(/^\d{1,6}$/, "Ghi số, không có thì ghi 0.")
  .transform(Number);

export const fileSweepSchema = z
  .object({
    roundId: z.uuid(),
    requestId: z.uuid(),
    /** The edition that was on the screen: 0 for the first report. */
    edition: z.coerce.number().int().min(0),
    sweptOn: z
      .string()
      .refine((text) => parseLocal(text) !== null, "Chọn ngày rà soát.")
      .transform((text) => text.slice(0, 10)),
    sweptBy: z.string().trim().min(2, "Ghi ai rà soát.").max(200, "Dài nhất 200 ký tự."),
    serversChecked: count,
    workstationsChecked: count,
    malwareFound: count,
    malwareRemoved: count,
    vulnerabilitiesFound: count,
    vulnerabilitiesFixed: count,
    hunts: count,
    note: words(2000),
    reason: words(500),
  })
  .refine(({ malwareFound, malwareRemoved }) => malwareRemoved <= malwareFound, {
    path: ["malwareRemoved"],
    message: "Gỡ nhiều hơn số tìm thấy.",
  })
  .refine(
    ({ vulnerabilitiesFound, vulnerabilitiesFixed }) =>
      vulnerabilitiesFixed <= vulnerabilitiesFound,
    { path: ["vulnerabilitiesFixed"], message: "Khắc phục nhiều hơn số tìm thấy." },
  )
  .refine(({ edition, reason }) => edition === 0 || reason.length >= 3, {
    path: ["reason"],
    message: "Ghi lý do đính chính.",
  });
export type FileSweep = z.infer<typeof fileSweepSchema>;

export const sweepFilterSchema = z.object({
  only: z.enum(["missing", "partial", "left"]).optional().catch(undefined),
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type SweepFilter = z.infer<typeof sweepFilterSchema>;
