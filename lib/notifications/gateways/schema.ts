import { z } from "zod";

const fields = {
  name: z.string().trim().min(2, "Ghi tên cổng.").max(100, "Tên dài nhất 100 ký tự."),
  url: z
    .url({ protocol: /^https?$/, error: "Địa chỉ có dạng https://cong.tinh.vn/gui." })
    .max(500, "Địa chỉ dài nhất 500 ký tự."),
};

const secret = z
  .string()
  .trim()
  .min(16, "Khóa bí mật dài ít nhất 16 ký tự.")
  .max(200, "Khóa bí mật dài nhất 200 ký tự.");

export const addGatewaySchema = z.object({ ...fields, secret });
export type AddGateway = z.infer<typeof addGatewaySchema>;

export const updateGatewaySchema = z.object({
  ...fields,
  gatewayId: z.uuid(),
  version: z.coerce.number().int(),
  /** Empty: the one kept stays. */
  secret: z.union([z.literal("").transform(() => null), secret]),
  active: z
    .enum(["on"])
    .optional()
    .transform((box) => box === "on"),
});
export type UpdateGateway = z.infer<typeof updateGatewaySchema>;

export const testGatewaySchema = z.object({ gatewayId: z.uuid() });
export type TestGateway = z.infer<typeof testGatewaySchema>;
