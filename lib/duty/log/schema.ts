import { z } from "zod";
import { deviceAtSchema } from "../shifts/schema";

export const logKinds = ["routine", "call", "alert", "order", "incident", "nil"] as const;
export type LogKind = (typeof logKinds)[number];

export const LOG_LIMIT = 4000;
export const NOTHING_HAPPENED = "Không có phát sinh.";

export const writeLogSchema = z
  .object({
    requestId: z.uuid(),
    shiftId: z.uuid(),
    kind: z.enum(logKinds),
    text: z.string().trim().max(LOG_LIMIT, `Nội dung dài nhất ${LOG_LIMIT} ký tự.`).default(""),
    correctsId: z
      .union([z.literal("").transform(() => null), z.uuid()])
      .nullish()
      .default(null),
    deviceAt: deviceAtSchema,
  })
  .refine(({ kind, text }) => kind === "nil" || text.length >= 3, {
    path: ["text"],
    message: "Ghi nội dung, hoặc bấm “Không phát sinh”.",
  });
export type WriteLog = z.infer<typeof writeLogSchema>;
