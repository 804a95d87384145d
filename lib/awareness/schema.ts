import { z } from "zod";

export const awarenessKinds = [
  "loudspeaker",
  "zalo",
  "facebook",
  "website",
  "meeting",
  "panel",
  "leaflet",
  "digital_team",
] as const;
export type AwarenessKind = (typeof awarenessKinds)[number];

export const PHOTO_LIMIT = 4;
const COUNT_LIMIT = 1_000_000;

const left = ({ size, name }: File) => size === 0 && (name === "" || name === "undefined");

const photos = z
  .array(z.instanceof(File))
  .default([])
  .transform((files) => files.filter((file) => !left(file)))
  .refine((files) => files.length <= PHOTO_LIMIT, `Mỗi lần gửi tối đa ${PHOTO_LIMIT} ảnh.`);

/** People write 1.200 or 1 200; an empty field says that nobody counted. */
const countText = z
  .string()
  .trim()
  .transform((text) => text.replace(/[.\s]/g, ""))
  .refine((text) => /^\d{0,7}$/.test(text), "Ghi bằng chữ số, ví dụ 120.");
const reach = countText
  .default("")
  .transform((text) => (text === "" ? null : Number(text)))
  .refine((count) => count === null || count <= COUNT_LIMIT, "Số người lớn quá.");

const activityFields = {
  kind: z.enum(awarenessKinds, "Chọn hình thức."),
  topic: z
    .string()
    .trim()
    .min(3, "Ghi nội dung tuyên truyền.")
    .max(200, "Nội dung dài nhất 200 ký tự."),
  heldOn: z.iso.date("Chọn ngày."),
  times: countText
    .transform(Number)
    .refine((count) => count >= 1 && count <= COUNT_LIMIT, "Ghi số lần, ít nhất là 1."),
  staffReach: reach,
  publicReach: reach,
  note: z.string().trim().max(1000, "Ghi chú dài nhất 1.000 ký tự.").default(""),
};

export const recordActivitySchema = z.object({
  requestId: z.uuid(),
  messageId: z
    .union([z.literal("").transform(() => null), z.uuid()])
    .nullish()
    .default(null),
  photos,
  ...activityFields,
});
export type RecordActivity = z.infer<typeof recordActivitySchema>;

export const repeatActivitySchema = z.object({ requestId: z.uuid(), activityId: z.uuid() });
export type RepeatActivity = z.infer<typeof repeatActivitySchema>;

export const correctActivitySchema = z.object({
  activityId: z.uuid(),
  version: z.coerce.number().int().min(1),
  photos,
  ...activityFields,
});
export type CorrectActivity = z.infer<typeof correctActivitySchema>;

export const removeActivitySchema = z.object({
  activityId: z.uuid(),
  reason: z.string().trim().min(3, "Ghi lý do.").max(300, "Lý do dài nhất 300 ký tự."),
});
export type RemoveActivity = z.infer<typeof removeActivitySchema>;

export const activityFilterSchema = z.object({
  campaign: z.uuid().optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  kind: z.enum(awarenessKinds).optional().catch(undefined),
  group: z.string().trim().max(60).optional().catch(undefined),
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ActivityFilter = z.infer<typeof activityFilterSchema>;
