"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/form-action";
import { saveInventory } from "@/lib/inventory/commands";
import { addProduct, retireProduct } from "@/lib/inventory/products/commands";
import { addProductSchema, retireProductSchema } from "@/lib/inventory/products/schema";
import { saveInventorySchema } from "@/lib/inventory/schema";
import { addUnitSystem, editUnitSystem, retireUnitSystem } from "@/lib/inventory/systems/commands";
import {
  addUnitSystemSchema,
  editUnitSystemSchema,
  retireUnitSystemSchema,
} from "@/lib/inventory/systems/schema";

const shown = () => revalidatePath("/", "layout");

export const saveInventoryAction = formAction(saveInventorySchema, async (actor, input) => {
  await saveInventory(actor, input);
  shown();
  return "Đã lưu bản kê.";
});

export const addUnitSystemAction = formAction(addUnitSystemSchema, async (actor, input) => {
  await addUnitSystem(actor, input);
  shown();
  return "Đã thêm hệ thống.";
});

export const editUnitSystemAction = formAction(editUnitSystemSchema, async (actor, input) => {
  await editUnitSystem(actor, input);
  shown();
  return "Đã lưu.";
});

export const retireUnitSystemAction = formAction(retireUnitSystemSchema, async (actor, input) => {
  await retireUnitSystem(actor, input);
  shown();
});

export const addProductAction = formAction(addProductSchema, async (actor, input) => {
  await addProduct(actor, input);
  shown();
  return "Đã thêm.";
});

export const retireProductAction = formAction(retireProductSchema, async (actor, input) => {
  await retireProduct(actor, input);
  shown();
});
