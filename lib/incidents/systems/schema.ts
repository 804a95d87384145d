import { z } from "zod";
import { isPublicAddress, readAddress } from "../indicators/rules";

const words = (limit: number) => z.string().trim().max(limit, `Dài nhất ${limit} ký tự.`);

/** TT 20, Mẫu 03: "không liệt kê địa chỉ IP nội bộ". */
const publicIps = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
  .pipe(
    z.array(
      z.string().transform((text, ctx) => {
        const address = readAddress(text);
        if (address && isPublicAddress(address)) return address;
        ctx.addIssue({
          code: "custom",
          message: address
            ? `${text} là địa chỉ nội bộ, không đưa vào biểu mẫu. Chỉ ghi IP công khai.`
            : `${text} không phải địa chỉ IP.`,
        });
        return z.NEVER;
      }),
    ),
  );

export const addSystemSchema = z.object({
  incidentId: z.uuid(),
  requestId: z.uuid(),
  name: words(200).min(2, "Ghi tên hệ thống."),
  /** NĐ 85/2016. */
  level: z.union([
    z.literal("").transform(() => null),
    z.coerce.number().int().min(1).max(5, "Cấp độ từ 1 đến 5."),
  ]),
  domain: words(253).default(""),
  publicIps,
  operator: words(200).default(""),
  note: words(500).default(""),
});
export type AddSystem = z.infer<typeof addSystemSchema>;

export const removeSystemSchema = z.object({ incidentId: z.uuid(), systemId: z.uuid() });
export type RemoveSystem = z.infer<typeof removeSystemSchema>;
