import "server-only";

import { redirect } from "next/navigation";
import { cache } from "react";
import { pagePosition } from "@/lib/live/page";
import type { Actor } from "./actor";
import { currentCaller, currentPath, isUnasked } from "./caller";
import { readSessionCookie } from "./session-cookie";
import { findLiveSession, type SessionStep } from "./session-row";

/** The session of this request's cookie, even when it still asks for something; null without one. */
export const currentSession = cache(async () => {
  const sessionId = await readSessionCookie();
  if (!sessionId) return null;
  // Before anything else is read: what changes after this, the page hears of.
  pagePosition();
  return findLiveSession(sessionId, await currentCaller(), { unasked: await isUnasked() });
});

/** Who is asking; null unless fully signed in. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await currentSession();
  return session?.step === "open" ? session.actor : null;
});

export async function requireActor(): Promise<Actor> {
  return requireStep("open");
}

/** Who is asking, at this step of signing in; anyone else is sent where they have to go first. */
export async function requireStep(step: SessionStep): Promise<Actor> {
  const session = await currentSession();
  if (session?.step === step) return session.actor;
  redirect(await placeOf(session?.step));
}

const places: Record<SessionStep, string> = {
  "second-factor": "/second-factor",
  "change-password": "/change-password",
  open: "/",
};

async function placeOf(step: SessionStep | undefined) {
  if (step) return places[step];
  const path = await currentPath();
  return path && path !== "/" ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in";
}
