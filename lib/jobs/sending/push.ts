import webPush from "web-push";
import type { Claimed, Outcome } from "@/lib/notifications/deliveries/schema";
import { noticePath, screenText } from "@/lib/notifications/letters/rules";
import type { Allowance } from "./addresses";
import { type Post, post } from "./post";

export type PushKeys = { subject: string; publicKey: string; privateKey: string };

const DAY_SECONDS = 86_400;

/** Encrypted for the one browser; even so it holds nothing that a locked screen must not show. */
export async function sendPush(
  claimed: Claimed,
  { keys, allowance, handOver }: { keys: PushKeys; allowance: Allowance } & Pick<Post, "handOver">,
): Promise<Outcome> {
  const { browser } = claimed;
  if (!browser) return GONE;
  const { title, body } = screenText(claimed);
  const payload = JSON.stringify({
    title: claimed.urgent ? `KHẨN · ${title}` : title,
    body: body.slice(0, 300),
    // The same notice shown twice on one device takes its own place.
    tag: claimed.noticeId,
    path: noticePath(claimed.noticeId),
    urgent: claimed.urgent,
  });
  const { headers, body: sealed } = webPush.generateRequestDetails(
    { endpoint: browser.endpoint, keys: { p256dh: browser.p256dh, auth: browser.auth } },
    payload,
    {
      vapidDetails: keys,
      TTL: DAY_SECONDS,
      urgency: claimed.urgent ? "high" : "normal",
      // A push service keeps one message of a topic: a second attempt replaces a first one.
      topic: claimed.id.replaceAll("-", ""),
      contentEncoding: webPush.supportedContentEncodings.AES_128_GCM,
    },
  );
  const { "Content-Length": _length, ...rest } = headers as Post["headers"];
  const result = await post(
    { url: browser.endpoint, headers: rest, body: sealed ?? Buffer.alloc(0), handOver },
    allowance,
  );
  if ("outcome" in result) return result.outcome;
  const { status, retryAfterMs } = result.answer;
  if (status === 404 || status === 410) return GONE;
  if (status >= 200 && status < 300) return { is: "sent" };
  const final = status !== 429 && status !== 408 && status < 500;
  const reason = `Dịch vụ thông báo trả lời ${status}.`;
  return { is: "refused", reason, final, waitMs: retryAfterMs };
}

const GONE: Outcome = { is: "gone", reason: "Trình duyệt này không còn nhận thông báo." };
