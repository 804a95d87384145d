"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/form-action";
import {
  addInject,
  createDrill,
  endDrill,
  removeInject,
  seeInject,
  startDrill,
} from "@/lib/incidents/drills/commands";
import {
  addInjectSchema,
  createDrillSchema,
  drillSchema,
  removeInjectSchema,
  seeInjectSchema,
} from "@/lib/incidents/drills/schema";

export const createDrillAction = formAction(createDrillSchema, async (actor, input) => {
  const { id } = await createDrill(actor, input);
  redirect(`/incidents/drills/${id}`);
});

export const addInjectAction = formAction(addInjectSchema, async (actor, input) => {
  await addInject(actor, input);
  revalidatePath("/incidents/drills", "layout");
  return "Đã thêm tình huống.";
});

export const removeInjectAction = formAction(removeInjectSchema, async (actor, input) => {
  await removeInject(actor, input);
  revalidatePath("/incidents/drills", "layout");
});

export const startDrillAction = formAction(drillSchema, async (actor, input) => {
  await startDrill(actor, input);
  revalidatePath("/", "layout");
});

export const endDrillAction = formAction(drillSchema, async (actor, input) => {
  await endDrill(actor, input);
  revalidatePath("/", "layout");
});

export const seeInjectAction = formAction(seeInjectSchema, async (actor, input) => {
  await seeInject(actor, input);
  revalidatePath("/", "layout");
});
