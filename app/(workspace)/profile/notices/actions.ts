"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/form-action";
import { nothingSchema } from "@/lib/identity/sessions/schema";
import { forgetOwnBrowser, rememberBrowser } from "@/lib/notifications/browsers/commands";
import { forgetOwnBrowserSchema, rememberBrowserSchema } from "@/lib/notifications/browsers/schema";
import { chooseNotices, sendTestNotice } from "@/lib/notifications/choices/commands";
import { chooseNoticesSchema } from "@/lib/notifications/choices/schema";

const page = "/profile/notices";

export const chooseNoticesAction = formAction(chooseNoticesSchema, async (actor, input) => {
  await chooseNotices(actor, input);
  revalidatePath(page);
  return "Đã lưu.";
});

export const sendTestNoticeAction = formAction(nothingSchema, async (actor) => {
  const ways = await sendTestNotice(actor);
  revalidatePath(page);
  return ways > 0
    ? "Đã đưa vào hàng gửi, thường tới trong vài giây."
    : "Chưa có kênh nào để gửi: ghi địa chỉ thư hoặc bật thông báo trên trình duyệt.";
});

export const rememberBrowserAction = formAction(rememberBrowserSchema, async (actor, input) => {
  await rememberBrowser(actor, input);
  revalidatePath(page);
});

export const forgetOwnBrowserAction = formAction(forgetOwnBrowserSchema, async (actor, input) => {
  await forgetOwnBrowser(actor, input);
  revalidatePath(page);
});
