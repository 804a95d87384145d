import type { WorkerOrder } from "@/lib/offline/worker";

/** The worker, once it runs; null where the browser has none, as over plain http. */
async function worker() {
  if (!("serviceWorker" in navigator)) return null;
  return (await navigator.serviceWorker.ready).active;
}

/** Starts the worker on this device, and has it keep these pages for reading without network. */
export async function keepPages(person: string, paths: string[]) {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/watch-worker.js", { updateViaCache: "none" });
  tell(await worker(), { keep: paths, person });
}

/** Nothing of a person's pages stays on the device; what waits to be sent does. */
export async function forgetPages() {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  tell(registration?.active ?? null, { forget: true });
}

function tell(active: ServiceWorker | null, order: WorkerOrder) {
  active?.postMessage(order);
}

/** Where the browser can: sends also when no page is open any more. */
export async function askForSync() {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration || !("sync" in registration)) return;
  const sync = registration.sync as { register: (tag: string) => Promise<void> };
  // Refused where the person forbids it; then an open page sends.
  await sync.register("outbox").catch(() => {});
}
