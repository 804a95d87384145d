import { z } from "zod";
import { aliasesSchema } from "../schema";

const groupFields = z.object({
  name: z.string().trim().min(2, "Nhập tên nhóm.").max(200, "Tên nhóm dài nhất 200 ký tự."),
  aliases: aliasesSchema,
  kindCodes: z.array(z.string().max(60)).max(100).default([]),
  unitIds: z.array(z.uuid()).max(5_000, "Nhóm có quá nhiều đơn vị nêu tên.").default([]),
});

const someone = (group: z.infer<typeof groupFields>) =>
  group.kindCodes.length + group.unitIds.length > 0;
const nobody = { error: "Chọn ít nhất một loại đơn vị hoặc một đơn vị.", path: ["kindCodes"] };

export const createRecipientGroupSchema = groupFields.refine(someone, nobody);
export type CreateRecipientGroup = z.infer<typeof createRecipientGroupSchema>;

export const updateRecipientGroupSchema = groupFields
  .extend({ groupId: z.uuid(), version: z.coerce.number().int().min(1) })
  .refine(someone, nobody);
export type UpdateRecipientGroup = z.infer<typeof updateRecipientGroupSchema>;

export const deleteRecipientGroupSchema = z.object({ groupId: z.uuid() });
export type DeleteRecipientGroup = z.infer<typeof deleteRecipientGroupSchema>;
