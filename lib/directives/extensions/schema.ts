import { z } from "zod";

const local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "Chọn ngày giờ xin lùi tới.");

export const askExtensionSchema = z.object({
  assignmentId: z.uuid(),
  requestId: z.uuid(),
  askedUntil: local,
  reason: z.string().trim().min(3, "Ghi lý do cần thêm thời gian.").max(2_000),
});
export type AskExtension = z.infer<typeof askExtensionSchema>;

export const decideExtensionSchema = z
  .object({
    extensionId: z.uuid(),
    decision: z.enum(["grant", "refuse"]),
    /** Empty: as asked. */
    grantedUntil: z.union([local, z.literal("")]).default(""),
    answer: z.string().trim().max(2_000).default(""),
  })
  .refine(({ decision, answer }) => decision === "grant" || answer.length >= 3, {
    path: ["answer"],
    message: "Ghi lý do không gia hạn.",
  });
export type DecideExtension = z.infer<typeof decideExtensionSchema>;
