import { z } from "zod";

const key = (bytes: number) =>
  z.string().regex(new RegExp(`^[\\w-]{${Math.ceil((bytes * 4) / 3)}}=*$`));

/** What `PushSubscription.toJSON()` of a browser says. */
export const rememberBrowserSchema = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(1_000),
  p256dh: key(65),
  auth: key(16),
});
export type RememberBrowser = z.infer<typeof rememberBrowserSchema>;

export const forgetOwnBrowserSchema = z.object({ browserId: z.uuid() });
export type ForgetOwnBrowser = z.infer<typeof forgetOwnBrowserSchema>;

/** More devices than this nobody carries; the oldest makes room. */
export const MOST_BROWSERS = 10;
