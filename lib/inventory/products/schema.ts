import { z } from "zod";
import { productCategories } from "../schema";

export const addProductSchema = z.object({
  requestId: z.uuid(),
  name: z.string().trim().min(2, "Ghi tên sản phẩm.").max(100, "Dài nhất 100 ký tự."),
  category: z.enum(productCategories, "Chọn loại."),
  /** Comma between them. */
  aliases: z
    .string()
    .trim()
    .max(500, "Dài nhất 500 ký tự.")
    .default("")
    .transform((text) =>
      text
        .split(/[,;\n]/)
        .map((alias) => alias.trim().toLowerCase())
        .filter((alias) => alias.length >= 2),
    ),
});
export type AddProduct = z.infer<typeof addProductSchema>;

export const retireProductSchema = z.object({ productId: z.uuid() });
export type RetireProduct = z.infer<typeof retireProductSchema>;
