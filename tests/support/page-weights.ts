import type { Page } from "@playwright/test";
import type { Person } from "@/tests/doors/walk/people";

/** Kilobytes of script as they go over the line; a Next page with nothing on it is 135. */
export const SCRIPT_LIMIT = 160;

/** The home of each group, and what is opened on a phone at night. */
export const weighedPages: { person: Person; path: string }[] = [
  { person: "officer", path: "/command" },
  { person: "police", path: "/coordination" },
  { person: "lead", path: "/locality" },
  { person: "telco", path: "/telecom" },
  { person: "admin", path: "/admin" },
  { person: "staff", path: "/duty" },
];

/**
 * Before the page is opened. Returns what it has loaded until then, also what it asked for later by
 * itself, each file once, as the network counted it.
 */
export function weighScripts(page: Page) {
  const files = new Map<string, Promise<number>>();
  page.on("requestfinished", (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.endsWith(".js") || files.has(pathname)) return;
    const size = request.sizes().then(({ responseBodySize }) => responseBodySize / 1000);
    files.set(pathname, size);
  });
  return async () =>
    Promise.all(
      [...files].map(async ([name, size]) => ({
        name: name.replace(/^.*\//, ""),
        kilobytes: await size,
      })),
    );
}
