import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP } from "node:net";
import type { Outcome } from "@/lib/notifications/deliveries/schema";
import {
  type Allowance,
  ForbiddenAddress,
  guardedLookup,
  isPublicAddress,
  mayReach,
} from "./addresses";

export type Post = {
  url: string;
  headers: Record<string, string | number>;
  body: Buffer;
  /** Called with the write of the last byte: until then nobody can have accepted the whole. */
  handOver: (write: () => void) => void;
};

export type Answer = { status: number; retryAfterMs: number };

export type PostResult = { answer: Answer } | { outcome: Outcome };

const PATIENCE = 20_000;

/**
 * One POST to an address from outside: resolved and checked as it is connected to, never redirected,
 * never through a connection used before.
 */
export function post({ url, headers, body, handOver }: Post, allowance: Allowance) {
  const target = URL.canParse(url) ? new URL(url) : null;
  const refusal = target ? refusalOf(target, allowance) : "Địa chỉ không đọc được.";
  if (!target || refusal) return Promise.resolve<PostResult>(refused(refusal, true));

  return new Promise<PostResult>((resolve) => {
    let handed = false;
    const request = (target.protocol === "https:" ? requestSecure : requestPlain)(target, {
      method: "POST",
      agent: false,
      lookup: guardedLookup(allowance),
      headers: { ...headers, "Content-Length": body.length },
      signal: AbortSignal.timeout(PATIENCE),
    });
    const fail = (error: Error) => {
      if (handed) resolve({ outcome: { is: "unanswered", reason: reasonOf(error) } });
      else resolve(refused(reasonOf(error), error instanceof ForbiddenAddress));
    };
    request.once("error", fail);
    request.once("response", (response) => {
      response.resume();
      response.once("error", () => {});
      const { statusCode: status = 0, headers: told } = response;
      const seconds = Number(told["retry-after"]);
      resolve({
        answer: { status, retryAfterMs: seconds > 0 ? Math.min(seconds, 3_600) * 1_000 : 0 },
      });
    });
    request.write(body.subarray(0, -1), (error) => {
      if (error || request.destroyed) return;
      try {
        handOver(() => {
          handed = true;
          request.end(body.subarray(-1));
        });
      } catch (reason) {
        request.destroy(reason instanceof Error ? reason : new Error(String(reason)));
      }
    });
  });
}

function refusalOf(target: URL, allowance: Allowance) {
  const host = target.hostname.replace(/^\[|\]$/g, "");
  const named = allowance.names.has(host.toLowerCase());
  if (isIP(host) && !named && !mayReach(allowance, host)) return FORBIDDEN;
  const inside = named || (isIP(host) > 0 && !isPublicAddress(host));
  if (target.protocol !== "https:" && !(target.protocol === "http:" && inside))
    return "Địa chỉ phải dùng https.";
  if (target.username || target.password) return "Địa chỉ không được chứa tài khoản.";
  return "";
}

const FORBIDDEN = "Địa chỉ nằm trong mạng nội bộ, không được phép gửi tới.";

const refused = (reason: string, final: boolean): PostResult => ({
  outcome: { is: "refused", reason, final },
});

function reasonOf(error: Error) {
  if (error instanceof ForbiddenAddress) return FORBIDDEN;
  if (error.name === "TimeoutError" || error.name === "AbortError") return "Quá thời gian chờ.";
  return `Không kết nối được (${"code" in error ? error.code : error.message}).`;
}
