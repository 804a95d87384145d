import { z } from "zod";
import { incidentSigns } from "../schema";

export const createDrillSchema = z.object({
  requestId: z.uuid(),
  name: z.string().trim().min(5, "Đặt tên cuộc diễn tập.").max(160, "Tên dài nhất 160 ký tự."),
});
export type CreateDrill = z.infer<typeof createDrillSchema>;

const minutes = (label: string, min: number, max: number) =>
  z.coerce
    .number(`${label} từ ${min} đến ${max} phút.`)
    .int(`${label} từ ${min} đến ${max} phút.`)
    .min(min, `${label} từ ${min} đến ${max} phút.`)
    .max(max, `${label} từ ${min} đến ${max} phút.`);

export const addInjectSchema = z.object({
  drillId: z.uuid(),
  unitIds: z.array(z.uuid()).min(1, "Chọn đơn vị tham gia.").max(100),
  minute: minutes("Thời điểm", 0, 2880),
  sign: z.enum(incidentSigns, "Chọn loại tình huống."),
  text: z.string().trim().min(10, "Ghi điều đơn vị nhìn thấy.").max(1000, "Dài nhất 1000 ký tự."),
  reportMinutes: minutes("Hạn báo cáo", 5, 1440),
});
export type AddInject = z.infer<typeof addInjectSchema>;

export const removeInjectSchema = z.object({ drillId: z.uuid(), injectId: z.uuid() });
export type RemoveInject = z.infer<typeof removeInjectSchema>;

export const drillSchema = z.object({ drillId: z.uuid() });
export type OfDrill = z.infer<typeof drillSchema>;

export const seeInjectSchema = z.object({ injectId: z.uuid() });
export type SeeInject = z.infer<typeof seeInjectSchema>;
