import { beforeEach, describe, expect, test, vi } from "vitest";

const PAGE = { "content-type": "text/x-component" };
const drawn = (text: string) => new Response(text, { headers: PAGE });
const cut = () =>
  new Response(
    new ReadableStream({
      pull: (body) => body.error(new Error("the server has gone")),
    }),
    { headers: PAGE },
  );
const away = () => Promise.reject(new TypeError("Failed to fetch"));

/** A browser at an address, whose network answers one thing after the other. */
async function aBrowser(...answers: (() => Response | Promise<Response>)[]) {
  const network = vi.fn(async (_input: unknown, _init?: RequestInit) => {
    const next = answers.shift();
    if (!next) throw new Error("asked once too often");
    return next();
  });
  const place = { href: "http://hub.example/duty?day=1%202" };
  vi.stubGlobal("window", { fetch: network });
  vi.stubGlobal("location", place);
  vi.resetModules();
  const { expectRefresh } = await import("@/components/live/unasked");
  const told: boolean[] = [];
  const over = vi.fn();
  const expectOne = (unasked = true) =>
    expectRefresh({ unasked, tellAway: (is) => told.push(is), tellOver: over });
  const ask = (path: string, headers: Record<string, string> = { rsc: "1" }) =>
    window.fetch(new URL(path, place.href), { headers });
  const sent = (call: number) => new Headers(network.mock.calls[call]?.[1]?.headers);
  return { expectOne, ask, sent, told, over, network, place };
}

const HERE = "/duty?day=1%202&_rsc=abc";

describe("a page drawn anew by itself", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => {
      vi.useRealTimers();
      vi.unstubAllGlobals();
    };
  });

  test.each([
    ["does not answer", away],
    ["is about to stop", () => new Response("", { status: 503 })],
    ["stops half-way", cut],
    ["is a network's own sign-in", () => new Response("<html>", { status: 200 })],
    ["has lost its database", () => drawn('0:{}\n1:E{"digest":"123"}\n')],
  ])("waits while the server %s, and says so", async (_how, failure) => {
    const { expectOne, ask, told, network } = await aBrowser(failure, failure, () => drawn("0:1"));
    expectOne();
    const page = ask(HERE);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told).toEqual([true, true]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await (await page).text()).toBe("0:1");
    expect(told.at(-1)).toBe(false);
    expect(network).toHaveBeenCalledTimes(3);
  });

  test("shows a page that is broken, that is gone, or that leads elsewhere as it is", async () => {
    const broken = () => drawn('1:E{"digest":"123"}\n');
    const { expectOne, ask } = await aBrowser(
      broken,
      broken,
      broken,
      () => drawn('1:E{"digest":"NEXT_REDIRECT;replace;/incidents;307;"}\n'),
      () => new Response("", { status: 404, headers: PAGE }),
    );
    expectOne();
    const page = ask(HERE);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await (await page).text()).toMatch(/123/);
    expectOne();
    expect(await (await ask(HERE)).text()).toMatch(/REDIRECT/);
    expectOne();
    expect((await ask(HERE)).status).toBe(404);
  });

  test("leaves who is signed out where they are, and says so; whoever asked is taken to the sign-in", async () => {
    const out = () => drawn('1:E{"digest":"NEXT_REDIRECT;replace;/sign-in?next=%2Fduty;307;"}\n');
    const { expectOne, ask, over, told } = await aBrowser(out, out);
    expectOne();
    const answered = vi.fn();
    ask(HERE).then(answered, answered);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(answered).not.toHaveBeenCalled();
    expect(over).toHaveBeenCalledOnce();
    expect(told).toEqual([]);
    expectOne(false);
    expect(await (await ask(HERE)).text()).toMatch(/sign-in/);
  });

  test("is given to nobody who has gone elsewhere meanwhile", async () => {
    const { expectOne, ask, place, network } = await aBrowser(away, () => drawn("0:1"));
    expectOne();
    const answered = vi.fn();
    ask(HERE).then(answered, answered);
    place.href = "http://hub.example/incidents";
    await vi.advanceTimersByTimeAsync(60_000);
    expect(answered).not.toHaveBeenCalled();
    expect(network).toHaveBeenCalledTimes(1);
  });

  test("tells the server that nobody asked; what a person asks for goes as it is", async () => {
    const page = () => drawn("0:1");
    const { expectOne, ask, sent } = await aBrowser(page, page, page, page, page);
    const marked = (call: number) => sent(call).get("x-unasked");
    expectOne();
    await ask("/incidents?_rsc=a");
    await ask(HERE);
    await ask(HERE);
    expect([marked(0), marked(1), marked(2)]).toEqual([null, "1", null]);
    expectOne(false);
    await ask(HERE);
    await ask("/incidents", { rsc: "1", "next-router-prefetch": "1" });
    expect([marked(3), marked(4)]).toEqual([null, "1"]);
  });
});
