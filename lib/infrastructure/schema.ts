import { z } from "zod";
import { parseLocal } from "@/lib/time";

const count = z.coerce
  .number("Ghi một số.")
  .int("Ghi số nguyên.")
  .min(0, "Không âm.")
  .max(1_000_000, "Quá lớn.");

export const fileInfrastructureSchema = z
  .object({
    kind: z.enum(["nil", "report"]),
    /** The edition on the screen: 0 where there is none today. */
    version: z.coerce.number().int().min(0),
    stationsTotal: count.default(0),
    stationsDown: count.default(0),
    linksTotal: count.default(0),
    linksDown: count.default(0),
    onDuty: count.default(0),
    reinforcements: count.default(0),
    attacksBlocked: count.default(0),
    note: z.string().trim().max(2000, "Dài nhất 2000 ký tự.").default(""),
  })
  .refine(({ stationsDown, stationsTotal }) => stationsDown <= stationsTotal, {
    path: ["stationsDown"],
    message: "Nhiều hơn tổng số trạm.",
  })
  .refine(({ linksDown, linksTotal }) => linksDown <= linksTotal, {
    path: ["linksDown"],
    message: "Nhiều hơn tổng số tuyến.",
  });
export type FileInfrastructure = z.infer<typeof fileInfrastructureSchema>;

const localTime = z.string().transform((text, ctx) => {
  const at = parseLocal(text);
  if (at) return at;
  ctx.addIssue({ code: "custom", message: "Ngày giờ chưa đúng." });
  return z.NEVER;
});

export const reportOutageSchema = z.object({
  outageId: z.uuid(),
  what: z.string().trim().min(3, "Ghi hỏng gì.").max(500, "Dài nhất 500 ký tự."),
  startsAt: localTime,
  communeIds: z.array(z.uuid()).max(100).default([]),
});
export type ReportOutage = z.infer<typeof reportOutageSchema>;

export const endOutageSchema = z.object({ outageId: z.uuid(), endsAt: localTime });
export type EndOutage = z.infer<typeof endOutageSchema>;
