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

/** Everything the page has loaded until now, also what it asked for later by itself. */
export const scriptsOf = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((entry): entry is PerformanceResourceTiming => "encodedBodySize" in entry)
      .filter(({ name }) => /\.js(\?|$)/.test(name))
      .map(({ name, encodedBodySize }) => ({
        name: name.replace(/^.*\//, ""),
        kilobytes: encodedBodySize / 1000,
      })),
  );
