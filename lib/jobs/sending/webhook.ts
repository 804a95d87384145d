import { createHmac } from "node:crypto";
import { openSecret } from "@/lib/auth/sealed-secret";
import type { Claimed, Outcome } from "@/lib/notifications/deliveries/schema";
import { noticePath, screenText } from "@/lib/notifications/letters/rules";
import { now } from "@/lib/time";
import type { Allowance } from "./addresses";
import { type Post, post } from "./post";

type Way = { allowance: Allowance; publicUrl: string | null } & Pick<Post, "handOver">;

/** To the province's gateway, which turns it into an SMS or a Zalo message for one person. */
export async function sendToGateway(claimed: Claimed, way: Way): Promise<Outcome> {
  const { gateway, person } = claimed;
  if (!gateway) return { is: "gone", reason: "Cổng tin nhắn đã tắt." };
  const { title, body: words } = screenText(claimed);
  const path = noticePath(claimed.noticeId);
  const body = Buffer.from(
    JSON.stringify({
      id: claimed.id,
      kind: claimed.kind,
      urgent: claimed.urgent,
      text: `${claimed.urgent ? "KHẨN: " : ""}${title}. ${words}`.slice(0, 500),
      link: way.publicUrl ? new URL(path, way.publicUrl).href : null,
      recipient: { name: person.name, phone: person.phone, unit: person.unit },
    }),
  );
  const secret = openSecret(gateway.id, gateway.secretSealed);
  const timestamp = String(Math.floor(now().getTime() / 1_000));
  const result = await post(
    {
      url: gateway.url,
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Idempotency-Key": claimed.id,
        "X-Timestamp": timestamp,
        "X-Signature": `sha256=${signatureOf(secret, timestamp, body)}`,
      },
      body,
      handOver: way.handOver,
    },
    way.allowance,
  );
  if ("outcome" in result) return result.outcome;
  const { status, retryAfterMs } = result.answer;
  if (status >= 200 && status < 300) return { is: "sent" };
  if (status >= 300 && status < 400) {
    return {
      is: "refused",
      reason: "Cổng chuyển hướng sang địa chỉ khác, không đi theo.",
      final: true,
    };
  }
  const final = status !== 429 && status !== 408 && status < 500;
  return { is: "refused", reason: `Cổng trả lời ${status}.`, final, waitMs: retryAfterMs };
}

/** HMAC-SHA256 over `timestamp.body`: an old body cannot be sent again under a new time. */
export const signatureOf = (secret: string, timestamp: string, body: Buffer) =>
  createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest("hex");
