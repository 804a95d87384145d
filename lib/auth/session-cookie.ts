import "server-only";

import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";
import { now } from "@/lib/time";
import { masterSecret } from "./secret";
import { ABSOLUTE_LIMIT } from "./session-row";

const secure = env.PUBLIC_URL?.startsWith("https:") ?? false;
const SALT = "session";
const SECONDS = ABSOLUTE_LIMIT / 1000;

/** Plain http on a local network keeps working: a browser takes `__Host-` over https alone. */
export const sessionCookie = {
  name: secure ? "__Host-session" : "session",
  options: { httpOnly: true, sameSite: "lax", path: "/", secure },
} as const;

/** The encrypted token that names a session; whether that lives still is asked of its row. */
export const sealSession = (sessionId: string) =>
  encode({ token: { sid: sessionId }, secret: masterSecret(), salt: SALT, maxAge: SECONDS });

export async function unsealSession(token: string | undefined) {
  if (!token) return null;
  const known = opened.get(token);
  if (known && known.until > now().getTime()) return known.sessionId;
  // A token that is forged, cut or from another secret is no token: the person signs in again.
  const payload = await decode({ token, secret: masterSecret(), salt: SALT }).catch(() => null);
  const sessionId = z.uuid().safeParse(payload?.sid).data ?? null;
  if (sessionId) remember(token, sessionId);
  return sessionId;
}

/** What the tokens of the last minutes name: to derive the key and decrypt costs more than the query. */
const opened = new Map<string, { sessionId: string; until: number }>();
const KEPT = 2_000;
const KEPT_FOR = 5 * 60_000;

function remember(token: string, sessionId: string) {
  opened.delete(token);
  opened.set(token, { sessionId, until: now().getTime() + KEPT_FOR });
  const oldest = opened.keys().next().value;
  if (opened.size > KEPT && oldest) opened.delete(oldest);
}

export async function readSessionCookie() {
  return unsealSession((await cookies()).get(sessionCookie.name)?.value);
}

/** A new token at each sign-in: one that was planted before it opens nothing. */
export async function setSessionCookie(sessionId: string) {
  const { name, options } = sessionCookie;
  (await cookies()).set(name, await sealSession(sessionId), { ...options, maxAge: SECONDS });
}

export async function clearSessionCookie() {
  // Set, not deleted: a browser obeys for `__Host-` only when Secure and Path are sent again.
  (await cookies()).set(sessionCookie.name, "", { ...sessionCookie.options, maxAge: 0 });
}
