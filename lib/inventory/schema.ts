import { z } from "zod";

export const productCategories = [
  "workstation",
  "server",
  "office",
  "browser",
  "network",
  "camera",
  "web",
  "security",
  "other",
] as const;
export type ProductCategory = (typeof productCategories)[number];

/** More of one kind than any unit of a district has: a slip of the finger. */
export const MACHINES_LIMIT = 20_000;

/** A field left empty is not zero machines: whoever fills it in must say 0. */
export const machineCount = z
  .string("Ghi số máy, không có thì ghi 0.")
  .trim()
  .regex(/^\d{1,6}$/, "Ghi số máy, không có thì ghi 0.")
  .transform(Number)
  .refine((count) => count <= MACHINES_LIMIT, `Nhiều nhất ${MACHINES_LIMIT} máy.`);

export const saveInventorySchema = z.object({
  unitId: z.uuid(),
  /** 0 while nothing was declared. */
  version: z.coerce.number().int().min(0),
  servers: machineCount,
  workstations: machineCount,
  networkDevices: machineCount,
  productIds: z.array(z.uuid()).max(500).default([]),
  otherProducts: z.string().trim().max(500, "Dài nhất 500 ký tự.").default(""),
  note: z.string().trim().max(500, "Dài nhất 500 ký tự.").default(""),
});
export type SaveInventory = z.infer<typeof saveInventorySchema>;

export const inventoryFilterSchema = z.object({
  show: z.enum(["all", "missing", "stale"]).catch("all"),
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type InventoryFilter = z.infer<typeof inventoryFilterSchema>;
