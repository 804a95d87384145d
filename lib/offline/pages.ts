import { findReader, rememberReader } from "./outbox";

const PAGES = "watch-pages-";
const ASSETS = "watch-assets";
const MOST_SHIFTS = 6;

/** The pages of the watch: they open without network for whoever opened them last on this device. */
export const isWatchPage = (path: string) => /^\/duty(\/shifts\/[0-9a-f-]{36})?$/.test(path);

export const isAsset = (path: string) => path.startsWith("/_next/static/");

const assetPath = /\/_next\/static\/[\w./~@%-]+/g;

/**
 * Fetches these pages anew with all they need, as this person's; what anybody else kept goes. The
 * pages ask for this themselves each time the server has drawn them.
 */
export async function keepPages(person: string, paths: readonly string[]) {
  if ((await findReader()) !== person) {
    await forgetPages();
    await rememberReader(person);
  }
  await Promise.all(paths.filter(isWatchPage).map((path) => keepPage(person, path)));
  await sweep(await caches.open(PAGES + person));
}

async function keepPage(person: string, path: string) {
  const answer = await fetch(path, { credentials: "same-origin", redirect: "manual" });
  // A redirect, a refusal or an error is no page.
  if (answer.status !== 200) return;
  await keepAssets(await answer.clone().text());
  // Whoever has signed out meanwhile leaves nothing.
  if ((await findReader()) === person) await (await caches.open(PAGES + person)).put(path, answer);
}

export async function findPage(path: string) {
  const reader = await findReader();
  return reader ? (await caches.open(PAGES + reader)).match(path) : undefined;
}

export async function findAsset(path: string) {
  return (await caches.open(ASSETS)).match(path);
}

/** Signed out: nothing of anybody's pages stays. What waits to be sent does. */
export async function forgetPages() {
  await rememberReader(null);
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(PAGES)).map((name) => caches.delete(name)),
  );
}

/** Scripts and styles the page names, and the fonts the styles name; each is fetched once. */
async function keepAssets(page: string) {
  const cache = await caches.open(ASSETS);
  const named = namedIn(page);
  await Promise.all(named.map((path) => keepAsset(cache, path)));
  const styles = await Promise.all(
    named.filter((path) => path.endsWith(".css")).map(async (path) => fontsOf(cache, path)),
  );
  await Promise.all(styles.flat().map((path) => keepAsset(cache, path)));
}

async function keepAsset(cache: Cache, path: string) {
  if (await cache.match(path)) return;
  const answer = await fetch(path);
  if (answer.ok) await cache.put(path, answer);
}

async function fontsOf(cache: Cache, style: string) {
  const text = (await (await cache.match(style))?.text()) ?? "";
  return [...text.matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(
    ([, url]) => new URL(url ?? "", new URL(style, location.origin)).pathname,
  );
}

const namedIn = (page: string) =>
  [...new Set(page.match(assetPath) ?? [])].filter((path) => /\.\w+$/.test(path));

/** The newest pages stay, and what they need; an older build's files go. */
async function sweep(pages: Cache) {
  const kept = (await pages.keys()).filter(({ url }) => new URL(url).pathname !== "/duty");
  await Promise.all(kept.slice(0, -MOST_SHIFTS).map((request) => pages.delete(request)));

  const texts = await Promise.all((await pages.matchAll()).map((answer) => answer.text()));
  const needed = new Set(texts.flatMap(namedIn));
  const assets = await caches.open(ASSETS);
  const old = (await assets.keys())
    .map(({ url }) => new URL(url).pathname)
    .filter((path) => !needed.has(path) && !path.endsWith(".woff2"));
  await Promise.all(old.map((path) => assets.delete(path)));
}
