import "server-only";

import { createHash, randomBytes } from "node:crypto";
import { env as environment } from "node:process";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth, { type AuthOptions } from "next-auth";
import { env } from "@/lib/env";
import { provinceKey } from "@/lib/identity/people/rules";
import { type Opened, signInFromProvince } from "@/lib/identity/sign-in/commands";
import { safePath } from "@/lib/identity/sign-in/rules";
import { currentCaller } from "./caller";
import { keyFor } from "./secret";
import { sealSession, sessionCookie, unsealSession } from "./session-cookie";
import { ABSOLUTE_LIMIT } from "./session-row";

type Context = { params: Promise<{ nextauth: string[] }> };

/** The sign-in service of the province; null where none is configured. */
export const provinceSignIn = settingsOf();

/** Begins: a form of ours, hence ours to check that it came from our own page. */
export async function beginProvinceSignIn(request: NextRequest, context: Context) {
  const { nextauth } = await context.params;
  if (!provinceSignIn || nextauth.join("/") !== "signin/province") return notFound();
  if (request.headers.get("origin") !== provinceSignIn.origin) return notFound();

  const options = optionsFor(provinceSignIn);
  const csrfToken = await plantCsrfToken(options);
  const next = (await request.formData()).get("next");
  const callbackUrl = safePath(typeof next === "string" ? next : "");
  const body = new URLSearchParams({ csrfToken, callbackUrl });
  const asked = new NextRequest(request.url, { method: "POST", headers: headersOf(request), body });
  return NextAuth(asked, context, options);
}

/** Comes back with a code, or with an error; nothing else of next-auth is reachable. */
export async function endProvinceSignIn(request: NextRequest, context: Context) {
  const [action, provider] = (await context.params).nextauth;
  if (!provinceSignIn) return notFound();
  const returns = action === "callback" && provider === "province";
  if (!returns && action !== "signin" && action !== "error") return notFound();
  return NextAuth(request, context, optionsFor(provinceSignIn));
}

type Settings = NonNullable<ReturnType<typeof settingsOf>>;

function settingsOf() {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_LABEL, PUBLIC_URL } = env;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !PUBLIC_URL) return null;
  const origin = new URL(PUBLIC_URL).origin;
  // Written, not read: next-auth learns its own address from here alone, never from a request.
  environment.NEXTAUTH_URL = origin;
  return {
    issuer: OIDC_ISSUER.replace(/\/$/, ""),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    label: OIDC_LABEL,
    origin,
  };
}

function optionsFor({ issuer, clientId, clientSecret, label, origin }: Settings) {
  let opened: Opened | null = null;
  return {
    secret: keyFor("next-auth").toString("hex"),
    useSecureCookies: sessionCookie.options.secure,
    pages: { signIn: "/sign-in", error: "/sign-in" },
    session: { strategy: "jwt", maxAge: ABSOLUTE_LIMIT / 1000 },
    cookies: { sessionToken: sessionCookie },
    jwt: {
      encode: ({ token }) => sealSession(String(token?.sid ?? "")),
      decode: async ({ token }) => ({ sid: await unsealSession(token) }),
    },
    providers: [
      {
        id: "province",
        name: label,
        type: "oauth",
        wellKnown: `${issuer}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        authorization: { params: { scope: "openid" } },
        idToken: true,
        checks: ["pkce", "state", "nonce"],
        profile: ({ sub }: { sub: string }) => ({ id: sub }),
      },
    ],
    callbacks: {
      // By issuer and subject alone: whoever may write an e-mail address there is nobody here.
      signIn: async ({ account }) => {
        const subject = provinceKey(issuer, account?.providerAccountId ?? "");
        opened = await signInFromProvince(await currentCaller(), { subject });
        return opened !== null;
      },
      jwt: ({ token }) => (opened ? { sid: opened.sessionId } : token),
      redirect: ({ url }) =>
        origin + safePath(url.startsWith(origin) ? url.slice(origin.length) : url),
    },
  } satisfies AuthOptions;
}

/** What next-auth's own page would have planted: the token, and its hash under the secret. */
async function plantCsrfToken({ secret, useSecureCookies }: ReturnType<typeof optionsFor>) {
  const token = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update(`${token}${secret}`).digest("hex");
  const name = `${useSecureCookies ? "__Host-" : ""}next-auth.csrf-token`;
  (await cookies()).set(name, `${token}|${hash}`, sessionCookie.options);
  return token;
}

function headersOf(request: NextRequest) {
  const headers = new Headers(request.headers);
  headers.set("content-type", "application/x-www-form-urlencoded");
  headers.delete("content-length");
  return headers;
}

const notFound = () => new Response("Không có trang này.", { status: 404 });
