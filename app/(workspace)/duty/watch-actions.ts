"use server";

import { revalidatePath } from "next/cache";
import { handOver, signHandover } from "@/lib/duty/handovers/commands";
import { handOverSchema, signHandoverSchema } from "@/lib/duty/handovers/schema";
import { writeLog } from "@/lib/duty/log/commands";
import { writeLogSchema } from "@/lib/duty/log/schema";
import { checkIn } from "@/lib/duty/shifts/commands";
import { checkInSchema } from "@/lib/duty/shifts/schema";
import { formAction } from "@/lib/form-action";

export const checkInAction = formAction(checkInSchema, async (actor, input) => {
  await checkIn(actor, input);
  revalidatePath("/", "layout");
  return input.kind === "start" ? "Đã nhận ca." : "Đã điểm danh.";
});

export const writeLogAction = formAction(writeLogSchema, async (actor, input) => {
  await writeLog(actor, input);
  revalidatePath("/", "layout");
  return "Đã ghi vào sổ.";
});

export const handOverAction = formAction(handOverSchema, async (actor, input) => {
  await handOver(actor, input);
  revalidatePath("/", "layout");
  return "Đã ghi bàn giao, chờ người nhận ca ký.";
});

export const signHandoverAction = formAction(signHandoverSchema, async (actor, input) => {
  await signHandover(actor, input);
  revalidatePath("/", "layout");
  return "Đã ký nhận bàn giao.";
});
