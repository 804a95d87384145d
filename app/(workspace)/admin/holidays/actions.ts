"use server";

import { revalidatePath } from "next/cache";
import { createHoliday, deleteHoliday, saveHoliday } from "@/lib/campaigns/holidays/commands";
import {
  createHolidaySchema,
  deleteHolidaySchema,
  saveHolidaySchema,
} from "@/lib/campaigns/holidays/schema";
import { formAction } from "@/lib/form-action";

export const createHolidayAction = formAction(createHolidaySchema, async (actor, input) => {
  await createHoliday(actor, input);
  revalidatePath("/admin/holidays");
  return "Đã thêm.";
});

export const saveHolidayAction = formAction(saveHolidaySchema, async (actor, input) => {
  await saveHoliday(actor, input);
  revalidatePath("/admin/holidays");
  return "Đã lưu.";
});

export const deleteHolidayAction = formAction(deleteHolidaySchema, async (actor, input) => {
  await deleteHoliday(actor, input);
  revalidatePath("/admin/holidays");
  return "Đã xóa.";
});
