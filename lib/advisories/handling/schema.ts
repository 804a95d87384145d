import { z } from "zod";
import { evidenceFiles } from "@/lib/directives/assignments/schema";
import { parseLocal } from "@/lib/time";

const seen = { advisoryId: z.uuid(), version: z.coerce.number().int().min(1) };
const request = { ...seen, requestId: z.uuid() };
const words = (limit: number) =>
  z.string().trim().max(limit, `Dài nhất ${limit} ký tự.`).default("");

const owner = {
  ownerName: words(100),
  ownerPhone: z
    .string()
    .trim()
    .regex(/^$|^[+\d][\d .-]{6,18}$/, "Số điện thoại gồm 7 đến 15 chữ số.")
    .default(""),
};

const machines = z
  .string()
  .trim()
  .regex(/^\d{0,6}$/, "Ghi bằng chữ số.")
  .default("")
  .transform((text) => (text === "" ? null : Number(text)));

export const figureNames = ["total", "affected", "patched", "mitigated"] as const;

/** What an answer may say beside "not applicable" and "accepted". */
export const answerStates = ["assessing", "handling", "done"] as const;

export const answerSchema = z
  .object({
    ...request,
    ...owner,
    state: z.enum(answerStates, "Chọn tình trạng."),
    total: machines,
    affected: machines,
    patched: machines,
    mitigated: machines,
    note: words(2000),
    files: evidenceFiles,
  })
  .superRefine((input, ctx) => {
    for (const { field, message } of imbalances(input)) {
      ctx.addIssue({ code: "custom", path: [field], message });
    }
  });
export type Answer = z.infer<typeof answerSchema>;

export type Figures = Record<(typeof figureNames)[number], number | null>;

/** Where the machines do not add up: patched and worked around are of the affected, those of all. */
export function imbalances(input: Figures & { state: (typeof answerStates)[number] }) {
  const { total, affected, patched, mitigated, state } = input;
  const said = figureNames.filter((name) => input[name] !== null);
  if (said.length === 0) {
    return state === "assessing"
      ? []
      : [{ field: "total" as const, message: "Ghi số máy đã kiểm tra, bị ảnh hưởng và đã xử lý." }];
  }
  const missing = figureNames.filter((name) => input[name] === null);
  if (missing.length > 0) {
    return missing.map((field) => ({ field, message: "Ghi số máy, không có thì ghi 0." }));
  }
  const handled = (patched ?? 0) + (mitigated ?? 0);
  if ((affected ?? 0) > (total ?? 0)) {
    return [{ field: "affected" as const, message: `Nhiều hơn tổng số ${total} máy.` }];
  }
  if (handled > (affected ?? 0)) {
    return [
      {
        field: "patched" as const,
        message: `Đã xử lý ${handled}, nhiều hơn ${affected} máy bị ảnh hưởng.`,
      },
    ];
  }
  if (state === "done" && handled < (affected ?? 0)) {
    return [
      {
        field: "state" as const,
        message: `Còn ${(affected ?? 0) - handled} máy chưa xử lý: chọn “Đang xử lý”, hoặc lãnh đạo chấp nhận rủi ro.`,
      },
    ];
  }
  return [];
}

export const notApplicableSchema = z.object({
  ...request,
  /** Needed where the inventory says otherwise. */
  reason: words(500),
});
export type NotApplicable = z.infer<typeof notApplicableSchema>;

/** No hole is left open for longer than this without being looked at again. */
export const ACCEPT_DAYS = 90;

export const acceptRiskSchema = z.object({
  ...request,
  ...owner,
  until: z.string().transform((text, ctx) => {
    const at = parseLocal(text);
    if (at) return at;
    ctx.addIssue({ code: "custom", message: "Chọn ngày hết hạn." });
    return z.NEVER;
  }),
  reason: z
    .string()
    .trim()
    .min(10, "Ghi vì sao chưa xử lý được và biện pháp giữ an toàn tạm thời.")
    .max(2000, "Dài nhất 2000 ký tự."),
});
export type AcceptRisk = z.infer<typeof acceptRiskSchema>;

export const nameOwnerSchema = z.object({
  ...request,
  unitId: z.uuid(),
  ownerName: z.string().trim().min(2, "Ghi họ tên.").max(100),
  ownerPhone: z
    .string()
    .trim()
    .regex(/^[+\d][\d .-]{6,18}$/, "Số điện thoại gồm 7 đến 15 chữ số."),
});
export type NameOwner = z.infer<typeof nameOwnerSchema>;

export const reviewSchema = z.object({ ...request, unitId: z.uuid() });
export type Review = z.infer<typeof reviewSchema>;

export const sendBackSchema = z.object({
  ...request,
  unitId: z.uuid(),
  reason: z.string().trim().min(3, "Ghi cần làm thêm gì.").max(1000, "Dài nhất 1000 ký tự."),
});
export type SendBack = z.infer<typeof sendBackSchema>;
