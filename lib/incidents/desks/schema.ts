import { z } from "zod";

export const addDeskSchema = z.object({
  unitId: z.uuid("Chọn đơn vị."),
  part: z.enum(["police", "support"], "Chọn vai."),
});
export type AddDesk = z.infer<typeof addDeskSchema>;

export const removeDeskSchema = z.object({ unitId: z.uuid() });
export type RemoveDesk = z.infer<typeof removeDeskSchema>;
