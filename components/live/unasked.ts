/** Says to the server that no person asked; `lib/auth/caller.ts` reads it. */
const UNASKED = "x-unasked";
const PAGE = "text/x-component";
/** In a page's payload: whoever sees it is signed out. */
const SIGNED_OUT = /^[0-9a-f]+:E\{"digest":"NEXT_REDIRECT;[a-z]+;\/sign-in\b/m;
/** In a page's payload: something on it could not be drawn, other than as not found or elsewhere. */
const FAILED = /^[0-9a-f]+:E\{"digest":"(?!NEXT_)/m;
const PAUSE = 2_000;
/** A page that fails so often is broken, and says so itself. */
const FAILURES = 3;
/** The router asks soon, after an action that is under way; what it asks later somebody pressed. */
const SOON = 10_000;

type Refresh = {
  unasked: boolean;
  tellAway: (away: boolean) => void;
  /** Nobody is taken to the sign-in from what they read or write: only what they press leads there. */
  tellOver: () => void;
};
type Expected = Refresh & { address: string };

const expected = new Set<Expected>();
let guarded = false;

/**
 * What the router asks next for this very page is given to it only whole and well. By itself it
 * leaves the page for the browser's own error as soon as a server stops under a request.
 */
export function expectRefresh(refresh: Refresh) {
  guard();
  const mine = { ...refresh, address: addressOf(location.href) };
  expected.add(mine);
  setTimeout(() => expected.delete(mine), SOON);
}

function guard() {
  if (guarded) return;
  guarded = true;
  const ask = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    if (!headers.has("rsc")) return ask(input, init);
    // Looking ahead is the browser's idea as well.
    if (headers.has("next-router-prefetch")) return ask(input, unasked(init, headers));
    const refresh = [...expected].find(({ address }) => address === addressOf(input));
    if (!refresh) return ask(input, init);
    expected.delete(refresh);
    const marked = refresh.unasked ? unasked(init, headers) : init;
    return whole(() => ask(input, marked), refresh);
  };
}

/** Asks until the page has come whole; never answers once somebody has gone elsewhere. */
async function whole(ask: () => Promise<Response>, refresh: Expected) {
  const { address, unasked, tellAway, tellOver } = refresh;
  for (let failures = 0; ; ) {
    const page = await ask()
      .then(wholePage)
      .catch(() => null);
    if (addressOf(location.href) !== address) return never();
    if (unasked && page?.signedOut) {
      tellOver();
      return never();
    }
    if (page?.failed) failures += 1;
    if (page && (!page.failed || failures >= FAILURES)) {
      tellAway(false);
      return page.answer;
    }
    tellAway(true);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

const never = () => new Promise<never>(() => {});

/** Null for what no page of ours would be: a server that stops or starts, a network's own sign-in. */
async function wholePage(answer: Response) {
  const drawn = answer.headers.get("content-type")?.startsWith(PAGE);
  if (answer.status >= 500 || (answer.ok && !drawn)) return null;
  const body = await answer.arrayBuffer();
  const copy = new Response(body, answer);
  for (const name of ["url", "redirected"] as const)
    Object.defineProperty(copy, name, { value: answer[name] });
  const text = new TextDecoder().decode(body);
  const signedOut = SIGNED_OUT.test(text) || (answer.redirected && /\/sign-in\b/.test(answer.url));
  return { answer: copy, signedOut, failed: FAILED.test(text) };
}

const unasked = (init: RequestInit | undefined, headers: Headers) => {
  headers.set(UNASKED, "1");
  return { ...init, headers };
};

/** Without what the router adds against caches. */
function addressOf(input: RequestInfo | URL) {
  const url = new URL(input instanceof Request ? input.url : input, location.href);
  url.searchParams.delete("_rsc");
  return url.pathname + url.search;
}
