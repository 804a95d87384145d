"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/form-action";
import {
  pauseChannel,
  resumeChannel,
  retryDelivery,
} from "@/lib/notifications/deliveries/commands";
import { deliveryIdSchema, pauseChannelSchema } from "@/lib/notifications/deliveries/schema";
import { addGateway, testGateway, updateGateway } from "@/lib/notifications/gateways/commands";
import {
  addGatewaySchema,
  testGatewaySchema,
  updateGatewaySchema,
} from "@/lib/notifications/gateways/schema";

const page = "/admin/delivery";

export const pauseChannelAction = formAction(pauseChannelSchema, async (actor, input) => {
  await pauseChannel(actor, input);
  revalidatePath(page);
});

export const resumeChannelAction = formAction(pauseChannelSchema, async (actor, input) => {
  await resumeChannel(actor, input);
  revalidatePath(page);
});

export const retryDeliveryAction = formAction(deliveryIdSchema, async (actor, input) => {
  await retryDelivery(actor, input);
  revalidatePath(page);
});

export const addGatewayAction = formAction(addGatewaySchema, async (actor, input) => {
  await addGateway(actor, input);
  revalidatePath(page);
  return "Đã thêm. Bật cổng rồi gửi thử trước khi dùng.";
});

export const updateGatewayAction = formAction(updateGatewaySchema, async (actor, input) => {
  await updateGateway(actor, input);
  revalidatePath(page);
  return "Đã lưu.";
});

export const testGatewayAction = formAction(testGatewaySchema, async (actor, input) => {
  await testGateway(actor, input);
  revalidatePath(page);
  return "Đã gửi thử. Nếu cổng từ chối, lý do hiện ở bảng dưới.";
});
