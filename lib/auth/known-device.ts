import "server-only";

import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { masterSecret } from "./secret";
import { sessionCookie } from "./session-cookie";

const NAME = `${sessionCookie.name}-device`;
const SALT = "device";
const SECONDS = 180 * 24 * 60 * 60;
const PEOPLE = 8;

const deviceSchema = z.object({ id: z.uuid(), people: z.array(z.uuid()) });

/** A browser and the accounts that have signed in on it. It opens nothing: see `signIn`. */
export type KnownDevice = z.infer<typeof deviceSchema>;

export async function readKnownDevice(): Promise<KnownDevice | null> {
  const token = (await cookies()).get(NAME)?.value;
  if (!token) return null;
  const payload = await decode({ token, secret: masterSecret(), salt: SALT }).catch(() => null);
  return deviceSchema.safeParse(payload?.device).data ?? null;
}

export async function rememberDevice(userId: string) {
  const known = await readKnownDevice();
  const others = known?.people.filter((id) => id !== userId) ?? [];
  const device = { id: known?.id ?? randomUUID(), people: [userId, ...others].slice(0, PEOPLE) };
  const sealed = { token: { device }, secret: masterSecret(), salt: SALT, maxAge: SECONDS };
  const options = { ...sessionCookie.options, maxAge: SECONDS };
  (await cookies()).set(NAME, await encode(sealed), options);
}
