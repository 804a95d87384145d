"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/form-action";
import { closeUnit, createUnit, reopenUnit, updateUnit } from "@/lib/organization/commands";
import {
  closeUnitSchema,
  createUnitSchema,
  reopenUnitSchema,
  updateUnitSchema,
} from "@/lib/organization/schema";

export const createUnitAction = formAction(createUnitSchema, async (actor, input) => {
  const { id } = await createUnit(actor, input);
  redirect(`/admin/units/${id}`);
});

export const updateUnitAction = formAction(updateUnitSchema, async (actor, input) => {
  await updateUnit(actor, input);
  revalidatePath(`/admin/units/${input.unitId}`);
  return "Đã lưu thông tin đơn vị.";
});

export const closeUnitAction = formAction(closeUnitSchema, async (actor, input) => {
  await closeUnit(actor, input);
  revalidatePath(`/admin/units/${input.unitId}`);
  return "Đã ghi ngày thôi hoạt động.";
});

export const reopenUnitAction = formAction(reopenUnitSchema, async (actor, input) => {
  await reopenUnit(actor, input);
  revalidatePath(`/admin/units/${input.unitId}`);
  return "Đơn vị hoạt động trở lại.";
});
