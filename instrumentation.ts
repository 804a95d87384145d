/**
 * Appends the socket's address to X-Forwarded-For before anything reads it. Next passes on what the
 * caller sent instead, and a page cannot see the socket: one header would choose one's own address.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { subscribe } = await import("node:diagnostics_channel");
  const { IncomingMessage } = await import("node:http");
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null || !("request" in message)) return;
    const { request } = message;
    if (!(request instanceof IncomingMessage)) return;
    const sent = request.headers["x-forwarded-for"];
    const socket = request.socket.remoteAddress ?? "";
    request.headers["x-forwarded-for"] = sent ? `${sent}, ${socket}` : socket;
  });
}
