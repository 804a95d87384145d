import { z } from "zod";

const words = (limit: number) =>
  z.string().trim().max(limit, `Dài nhất ${limit} ký tự.`).default("");

const system = {
  name: z.string().trim().min(2, "Ghi tên hệ thống.").max(200, "Dài nhất 200 ký tự."),
  /** NĐ 85/2016. */
  level: z.union([
    z.literal("").transform(() => null),
    z.coerce.number().int().min(1).max(5, "Cấp độ từ 1 đến 5."),
  ]),
  domain: words(253),
  operator: words(200),
  note: words(500),
};

/** Made by the form: sent twice it is one system. */
export const addUnitSystemSchema = z.object({ systemId: z.uuid(), ...system });
export type AddUnitSystem = z.infer<typeof addUnitSystemSchema>;

const seen = { systemId: z.uuid(), version: z.coerce.number().int().min(1) };

export const editUnitSystemSchema = z.object({ ...seen, ...system });
export type EditUnitSystem = z.infer<typeof editUnitSystemSchema>;

export const retireUnitSystemSchema = z.object(seen);
export type RetireUnitSystem = z.infer<typeof retireUnitSystemSchema>;
