import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";

const https = env.PUBLIC_URL?.startsWith("https:") ?? false;

/** Security headers with a nonce per request, and nothing else: rights are judged where data is. */
export function proxy(request: NextRequest) {
  const policy = contentPolicy(randomBytes(16).toString("base64"));
  const asked = new Headers(request.headers);
  asked.set("Content-Security-Policy", policy);
  // For the way back after signing in; overwritten, so a caller's own value goes no further.
  asked.set("x-path", pathOf(request));

  const response = NextResponse.next({ request: { headers: asked } });
  // What is set here beats what a route handler says, and a file is sent under a stricter policy.
  if (!request.nextUrl.pathname.startsWith("/api/")) {
    response.headers.set("Content-Security-Policy", policy);
  }
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("Referrer-Policy", "same-origin");
  response.headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), usb=()");
  response.headers.set("Cross-Origin-Opener-Policy", "same-origin");
  // A stream of events is not to be packed: each word counts when it is said.
  const whole = request.nextUrl.pathname === "/api/live" ? ", no-transform" : "";
  response.headers.set("Cache-Control", `private, no-store${whole}`);
  if (https) {
    response.headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  }
  return response;
}

export const config = {
  matcher: ["/((?!_next/static|_next/image|favicon.ico|watch-worker.js).*)"],
};

function contentPolicy(nonce: string) {
  const develops = env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  const issuer = env.OIDC_ISSUER ? ` ${new URL(env.OIDC_ISSUER).origin}` : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${develops}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${issuer}`,
    "frame-ancestors 'none'",
  ].join("; ");
}

function pathOf({ nextUrl }: NextRequest) {
  const search = new URLSearchParams(nextUrl.search);
  search.delete("_rsc");
  return search.size > 0 ? `${nextUrl.pathname}?${search}` : nextUrl.pathname;
}
