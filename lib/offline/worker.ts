/// <reference lib="webworker" />

import { offlinePage } from "./offline-page";
import { findReader } from "./outbox";
import { findAsset, findPage, forgetPages, isAsset, keepPages } from "./pages";
import { sendOutbox } from "./sending";

declare const self: ServiceWorkerGlobalScope;
declare global {
  /** Background Sync is not in TypeScript's library. */
  interface ServiceWorkerGlobalScopeEventMap {
    sync: ExtendableEvent & { readonly tag: string };
  }
}

/** What a page asks of the worker. */
export type WorkerOrder = { keep: string[]; person: string } | { forget: true };

/** A network that has not answered by then is none. */
const PATIENCE = 20_000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const order: WorkerOrder = event.data;
  const done = "keep" in order ? keepPages(order.person, order.keep) : forgetPages();
  // Without network the pages stay as they were kept.
  event.waitUntil(done.catch(() => {}));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (isAsset(url.pathname)) event.respondWith(asset(request, url.pathname));
  else if (isVisit(request, url)) event.respondWith(visit(event, url.pathname));
});

/** A page, not a file to be downloaded. */
const isVisit = ({ mode }: Request, { pathname }: URL) =>
  mode === "navigate" && !pathname.startsWith("/api/");

/** The network comes back while no page is open. */
self.addEventListener("sync", (event) => {
  if (event.tag === "outbox") event.waitUntil(sendForReader());
});

type Told = { title: string; body: string; tag: string; path: string; urgent: boolean };

/** What a push service brings; the same notice again takes its own place on the screen. */
self.addEventListener("push", (event) => {
  if (!event.data) return;
  const { title, body, tag, path, urgent }: Told = event.data.json();
  event.waitUntil(
    self.registration.showNotification(title, {
      body,
      tag,
      data: path,
      lang: "vi",
      requireInteraction: urgent,
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openPage(String(event.notification.data)));
});

/** In a window that is open already, else in a new one. */
async function openPage(path: string) {
  const [window] = await self.clients.matchAll({ type: "window" });
  const shown = await window?.focus().catch(() => undefined);
  const led = await shown?.navigate(path).catch(() => null);
  if (!led) await self.clients.openWindow(path);
}

async function sendForReader() {
  const reader = await findReader();
  if (reader && (await sendOutbox(reader)) === "later") throw new Error("not sent yet");
}

/** A file under its content's own name never changes. */
async function asset(request: Request, path: string) {
  return (await findAsset(path)) ?? fetch(request);
}

/** The network first: what is kept is shown only where there is none, or nobody behind it. */
async function visit(event: FetchEvent, path: string) {
  const kept = await findPage(path).catch(() => undefined);
  if (!kept) return goOrSay(event, path);
  try {
    const answer = await withinPatience((signal) => fetch(event.request, { signal }));
    return answer.status >= 502 && answer.status <= 504 ? kept : answer;
  } catch {
    return kept;
  }
}

async function goOrSay(event: FetchEvent, path: string) {
  try {
    const answer = await fetch(event.request);
    // Whoever stands at the door is not signed in.
    if (path === "/sign-in" && answer.ok) event.waitUntil(forgetPages());
    return answer;
  } catch {
    return offlinePage();
  }
}

/** Waits so long for an answer to begin; what has begun may take its time. */
async function withinPatience(ask: (signal: AbortSignal) => Promise<Response>) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    return await ask(stop.signal);
  } finally {
    clearTimeout(timer);
  }
}
