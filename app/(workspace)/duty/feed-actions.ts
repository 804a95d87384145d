"use server";

import { revalidatePath } from "next/cache";
import { publicAddress } from "@/lib/auth/caller";
import { createFeed, revokeFeed } from "@/lib/duty/feeds/commands";
import { createFeedSchema, revokeFeedSchema } from "@/lib/duty/feeds/schema";
import { formAction } from "@/lib/form-action";

/** Nothing is refreshed: the page would take the address away before it is copied. */
export const createFeedAction = formAction(createFeedSchema, async (actor, input) => {
  const { token } = await createFeed(actor, input);
  return `${await publicAddress()}/api/duty/calendar/${token}.ics`;
});

export const revokeFeedAction = formAction(revokeFeedSchema, async (actor, input) => {
  await revokeFeed(actor, input);
  revalidatePath("/duty/people");
  return "Đã thu hồi địa chỉ.";
});
