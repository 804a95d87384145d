import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { violationsIn } from "./axe";

export const baseUrl = () => process.env.BASE_URL ?? "http://127.0.0.1:3000";

/** A browser of this person's own, signed in. */
export async function signedIn(browser: Browser, username: string, options = {}) {
  await closeEarlierStories();
  const kept = { baseURL: baseUrl(), ...options };
  const key = `${username} at ${kept.baseURL}`;
  const context = await browser.newContext({ ...kept, storageState: sessions.get(key) });
  await Promise.all(opened.map(({ context }) => lookAway(context)));
  opened.push({ story: test.info().testId, context });
  const page = await context.newPage();
  failOnBrowserErrors(page);
  await page.goto("/");
  if (new URL(page.url()).pathname.startsWith("/sign-in")) {
    await page.getByLabel("Tên đăng nhập").fill(username);
    await page.getByLabel("Mật khẩu", { exact: true }).fill("Demo#2025");
    await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    sessions.set(key, await context.storageState());
  }
  return page;
}

/** Signing in is a story of its own; the others go on where the person left off. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext["storageState"]>>>();

let opened: { story: string; context: BrowserContext }[] = [];

/**
 * One looks at one window: those behind it hear no news until they are opened anew. Else each step
 * of a story draws the pages of everybody in it. A story of news itself has them all before it.
 */
async function lookAway(context: BrowserContext) {
  if (test.info().tags.includes("@live")) return;
  const hide = () => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  };
  await Promise.all(context.pages().map((page) => page.evaluate(hide).catch(() => {})));
}

/** A page left open goes on asking for news, and the next story pays for it. */
async function closeEarlierStories() {
  const story = test.info().testId;
  const over = opened.filter((one) => one.story !== story);
  opened = opened.filter((one) => one.story === story);
  await Promise.all(over.map(({ context }) => context.close().catch(() => {})));
}

/** No page may break an accessibility rule of WCAG 2.2 AA, nor run over the edge of the screen. */
export async function expectGoodPage(page: Page) {
  await expectWholePage(page);
  // After a step within the app the page stands before its title does: what is wrong must last.
  await expect(async () => {
    const found = await violationsIn(page);
    expect(found, `axe on ${page.url()}`).toEqual([]);
  }).toPass({ timeout: 15_000 });
}

/** It has come, and nothing of it runs over the edge of the screen. */
export async function expectWholePage(page: Page) {
  // An open dialog hides the page behind it from everyone, also from this test.
  const title = page.getByRole("main").getByRole("heading", { level: 1 });
  await expect(page.getByRole("dialog").or(title).first()).toBeVisible();
  expect(await beyondTheEdge(page), `sideways scroll on ${page.url()}`).toEqual([]);
}

/** By how much the page scrolls sideways, and the innermost element without which it would not. */
async function beyondTheEdge(page: Page) {
  return page.evaluate(() => {
    const page = document.documentElement;
    const tooWide = () => page.scrollWidth > page.clientWidth;
    if (!tooWide()) return [];
    const excess = `${page.scrollWidth - page.clientWidth} px`;
    const isCulprit = (element: HTMLElement) => {
      const { display } = element.style;
      element.style.display = "none";
      const cured = !tooWide();
      element.style.display = display;
      return cured;
    };
    let culprit: HTMLElement | undefined = document.body;
    for (let next = culprit; next; ) {
      culprit = next;
      next = [...next.querySelectorAll<HTMLElement>(":scope > *")].find(isCulprit) as HTMLElement;
    }
    return [excess, culprit.outerHTML.slice(0, 300)];
  });
}

/** An uncaught error or a blocked script is a failure, wherever it happens. */
function failOnBrowserErrors(page: Page) {
  page.on("pageerror", (error) => {
    throw error;
  });
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    // A refused page (404) is part of some stories; the browser reports it as an error.
    if (/Failed to load resource/.test(message.text())) return;
    throw new Error(`console: ${message.text()}`);
  });
}

/** Before the app goes: a page that stays open would ask for news of one that is gone. */
export const everyoneLeaves = (browser: Browser) =>
  Promise.all(browser.contexts().map((context) => context.close()));
