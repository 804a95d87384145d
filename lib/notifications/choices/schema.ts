import { z } from "zod";

/** What a person may choose to be told of; `urgent` cuts across all others. */
export const topics = [
  "urgent",
  "directive",
  "reminder",
  "duty",
  "incident",
  "advisory",
  "complaint",
  "digest",
] as const;
export type Topic = (typeof topics)[number];

export const channels = ["email", "push", "webhook"] as const;
export type Channel = (typeof channels)[number];

const wanted = z.array(z.enum(topics)).default([]);

const minuteOfDay = (message: string) =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, message)
    .transform((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)));

export const chooseNoticesSchema = z.object({
  emailAddress: z
    .string()
    .trim()
    .max(200, "Địa chỉ dài nhất 200 ký tự.")
    .transform((address) => address || null)
    .pipe(z.email("Địa chỉ thư có dạng ten@coquan.vn.").nullable()),
  email: wanted,
  push: wanted,
  webhook: wanted,
  quiet: z
    .enum(["on"])
    .optional()
    .transform((box) => box === "on"),
  quietFrom: minuteOfDay("Giờ có dạng 22:00.").default(22 * 60),
  quietTo: minuteOfDay("Giờ có dạng 06:00.").default(6 * 60),
  digestAt: minuteOfDay("Giờ có dạng 06:30.").default(6 * 60 + 30),
  version: z.coerce.number().int(),
});
export type ChooseNotices = z.infer<typeof chooseNoticesSchema>;
