import { z } from "zod";
import { deviceAtSchema } from "../shifts/schema";
import { textProblem } from "./rules";

export const logKinds = ["routine", "call", "alert", "order", "incident", "nil"] as const;
export type LogKind = (typeof logKinds)[number];

export const NOTHING_HAPPENED = "Không có phát sinh.";

export const writeLogSchema = z
  .object({
    requestId: z.uuid(),
    shiftId: z.uuid(),
    kind: z.enum(logKinds),
    text: z.string().trim().default(""),
    correctsId: z
      .union([z.literal("").transform(() => null), z.uuid()])
      .nullish()
      .default(null),
    deviceAt: deviceAtSchema,
  })
  .superRefine(({ kind, text }, context) => {
    const message = textProblem(kind, text);
    if (message) context.addIssue({ code: "custom", path: ["text"], message });
  });
export type WriteLog = z.infer<typeof writeLogSchema>;
