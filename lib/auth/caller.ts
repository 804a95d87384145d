import "server-only";

import { headers } from "next/headers";
import { env } from "@/lib/env";

/** Where a request comes from, before anyone knows who sends it. */
export type Caller = Readonly<{ ip: string; userAgent: string }>;

export async function currentCaller(): Promise<Caller> {
  const sent = await headers();
  return {
    ip: callerAddress(sent.get("x-forwarded-for"), env.TRUSTED_PROXIES),
    userAgent: (sent.get("user-agent") ?? "").slice(0, 300),
  };
}

/** Where people reach this product, for a link that is handed on: the setting, else as they came. */
export async function currentOrigin() {
  if (env.PUBLIC_URL) return new URL(env.PUBLIC_URL).origin;
  const sent = await headers();
  const https = env.TRUSTED_PROXIES > 0 && sent.get("x-forwarded-proto") === "https";
  return `${https ? "https" : "http"}://${sent.get("host") ?? "localhost"}`;
}

/**
 * Whether a page of ours sent this. Next asks the same of a server action, of a handler nobody does:
 * `Origin: null` is a stranger, and one that is left out is believed only with the browser's word.
 */
export async function isFromOurPages(request: Request) {
  const site = request.headers.get("sec-fetch-site");
  if (site && site !== "same-origin") return false;
  const origin = request.headers.get("origin");
  if (origin === null) return site === "same-origin";
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  const ours = env.PUBLIC_URL ? new URL(env.PUBLIC_URL).host : null;
  return host === request.headers.get("host") || host === ours;
}

/** Whether an open page asked by itself: a redrawing nobody pressed for, a look ahead, its stream. */
export async function isUnasked() {
  const sent = await headers();
  return sent.has("x-unasked") || /^\/api\/live\b/.test(sent.get("x-path") ?? "");
}

/** The page being asked for, as `proxy.ts` noted it: `/duty?day=2025-01-28`. */
export async function currentPath() {
  return (await headers()).get("x-path");
}

/**
 * `chain` ends with the socket's own address (see `instrumentation.ts`), before it what each proxy
 * appended, and in front whatever the caller made up: counted from the right, never from the left.
 */
export function callerAddress(chain: string | null, trustedProxies: number) {
  const hops = (chain ?? "").split(",").map((hop) => hop.trim());
  const address = hops[Math.max(hops.length - 1 - trustedProxies, 0)] ?? "";
  return address.replace(/^::ffff:(?=\d+\.)/i, "").slice(0, 45);
}

/** How the product is reached from outside: as configured, else as this request came. */
export async function publicAddress() {
  if (env.PUBLIC_URL) return env.PUBLIC_URL.replace(/\/$/, "");
  const host = (await headers()).get("host") ?? `localhost:${env.PORT}`;
  return `http://${host}`;
}
