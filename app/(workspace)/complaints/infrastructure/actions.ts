"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/form-action";
import { endOutage, fileInfrastructure, reportOutage } from "@/lib/infrastructure/commands";
import {
  endOutageSchema,
  fileInfrastructureSchema,
  reportOutageSchema,
} from "@/lib/infrastructure/schema";

export const fileInfrastructureAction = formAction(
  fileInfrastructureSchema,
  async (actor, input) => {
    await fileInfrastructure(actor, input);
    revalidatePath("/", "layout");
    return "Đã gửi báo cáo hạ tầng.";
  },
);

export const reportOutageAction = formAction(reportOutageSchema, async (actor, input) => {
  await reportOutage(actor, input);
  revalidatePath("/", "layout");
  return "Đã ghi và báo huyện, các xã.";
});

export const endOutageAction = formAction(endOutageSchema, async (actor, input) => {
  await endOutage(actor, input);
  revalidatePath("/", "layout");
});
