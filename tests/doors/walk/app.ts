import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Person, people } from "./people";
import { roomOf } from "./rooms";

type Manifest = {
  node: Record<
    string,
    { workers: Record<string, unknown>; filename?: string; exportedName?: string }
  >;
};

export type Action = { id: string; page: string };
export type Answer = { status: number; location: string; body: string; headers: Headers };

/** The app from outside: no browser, no page before the call, only requests. */
export class Outside {
  readonly actions = builtActions();
  private readonly cookies = new Map<Person, string>();

  /** The last session cookie as it was set. */
  cookieLine = "";

  constructor(readonly url: string) {}

  action(name: string): Action {
    const found = this.actions.get(name);
    if (!found) throw new Error(`the build has no action ${name}`);
    return found;
  }

  /** By the form of /sign-in, as everybody. */
  async signIn(person: Person) {
    const form = new FormData();
    form.set("username", people[person]);
    form.set("password", "Demo#2025");
    const answer = await this.act(null, this.action("sign-in/actions signInAction"), form);
    const cookie = answer.headers.getSetCookie().find((line) => /^(__Host-)?session=/.test(line));
    if (!cookie) throw new Error(`${person} was not signed in: ${answer.status} ${answer.body}`);
    this.cookieLine = cookie;
    this.cookies.set(person, cookie.split(";")[0] ?? "");
  }

  /** The same people with the same sessions, where the app is now. */
  movedTo(url: string) {
    const moved = new Outside(url);
    for (const [person, cookie] of this.cookies) moved.cookies.set(person, cookie);
    return moved;
  }

  cookieOf = (person: Person | null) => (person ? this.cookies.get(person) : undefined);

  /** Calls a server action by its id alone. */
  async act(
    person: Person | null,
    { id, page }: Action,
    form: FormData,
    headers: Record<string, string> = {},
  ) {
    const body = new FormData();
    for (const [name, value] of form) body.append(`_1_${name}`, value);
    body.append("0", JSON.stringify([{ status: "idle" }, "$K1"]));
    return this.send(person, page, {
      method: "POST",
      body,
      headers: { "Next-Action": id, Origin: this.url, ...headers },
    });
  }

  get = (person: Person | null, path: string, headers: Record<string, string> = {}) =>
    this.send(person, path, { headers });

  async send(person: Person | null, path: string, init: RequestInit): Promise<Answer> {
    const cookie = this.cookieOf(person);
    const headers = { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) };
    const answer = await fetch(this.url + path, { ...init, headers, redirect: "manual" });
    const location =
      answer.headers.get("location") ?? answer.headers.get("x-action-redirect") ?? "";
    return {
      status: answer.status,
      location: location.replace(this.url, "").split(";")[0] ?? "",
      body: await answer.text(),
      headers: answer.headers,
    };
  }
}

/** What the build lets be called: `admin/units/actions createUnitAction` and a page that holds it. */
function builtActions() {
  const text = readFileSync(".next/server/server-reference-manifest.json", "utf8");
  const { node } = JSON.parse(text) as Manifest;
  const found = new Map<string, Action>();
  for (const [id, { workers, filename = "", exportedName }] of Object.entries(node)) {
    const page = Object.keys(workers)[0] ?? "";
    found.set(`${roomOf(filename)} ${exportedName}`, { id, page: addressOf(page) });
  }
  return found;
}

/** `app/(workspace)/duty/[id]/page` is `/duty/…`, with an id that names nothing. */
const addressOf = (page: string) =>
  `/${page
    .replace(/^app\/|\/?page$/g, "")
    .replace(/\((\w+)\)\/?/g, "")
    .replace(/\[[^\]]+\]/g, randomUUID())}`;

/** What came of a call: past the right (`in`), refused for want of it (`out`), or something else. */
export function judged({ status, location, body }: Answer) {
  if (status === 404) return "out";
  if (/^\/sign-in/.test(location)) return "out";
  if (status >= 500) return `error ${status}`;
  if (location) return "in";
  const form = body.match(/\{"status":"(\w+)"(?:,"reason":"([\w-]+)")?/);
  if (!form) return status === 200 ? "in" : `status ${status}`;
  const [, outcome, reason] = form;
  if (outcome === "refused") {
    return reason === "forbidden" || reason === "not-found" || reason === "signed-out"
      ? "out"
      : "in";
  }
  return outcome === "invalid" ? outcome : "in";
}
