import "server-only";

import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";
import { env } from "@/lib/env";

/**
 * Appends the socket's address to X-Forwarded-For before anything reads it. Next passes on what the
 * caller sent instead, and a page cannot see the socket: one header would choose one's own address.
 */
export function noteSocketAddress() {
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null || !("request" in message)) return;
    const { request } = message;
    if (!(request instanceof IncomingMessage)) return;
    const sent = request.headers["x-forwarded-for"];
    const socket = request.socket.remoteAddress ?? "";
    request.headers["x-forwarded-for"] = sent ? `${sent}, ${socket}` : socket;
    // Next compares a form's Origin with it before it looks at Host, and skips `proxy.ts` for the other.
    if (env.TRUSTED_PROXIES === 0) delete request.headers["x-forwarded-host"];
    delete request.headers["x-middleware-subrequest"];
  });
}
