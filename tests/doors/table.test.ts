import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { actions } from "./table/actions";
import { handlers } from "./table/handlers";
import { pages } from "./table/pages";
import { formFor } from "./walk/forms";
import { named } from "./walk/people";
import { actionSchemas } from "./walk/schemas";
import { things } from "./walk/things";

/** What the code has and what the tables name are the same: a door that nobody judged is not built. */
const files = readdirSync("app", { recursive: true, encoding: "utf8" });
const addressesOf = (file: RegExp) =>
  files
    .filter((name) => file.test(name))
    .map((name) => `/${name.replace(/\(\w+\)\//g, "").replace(/\/?(page\.tsx|route\.ts)$/, "")}`)
    .sort();

test("every page is in the table", () => {
  expect(Object.keys(pages).sort()).toEqual(addressesOf(/(^|\/)page\.tsx$/));
});

test("every handler is in the table", () => {
  expect(Object.keys(handlers).sort()).toEqual(addressesOf(/(^|\/)route\.ts$/));
});

/** What one person may ask for without end, and why that is well. */
const UNPACED: Record<string, string> = {
  "/api/auth/[...nextauth]": "answers nothing but 404: people sign in by the form, which is slowed",
  "/api/health": "one word to the database; whoever watches asks every few seconds",
  "/api/live": "a stream: a few at a time for each person, tests/live",
  "/api/duty/batch":
    "what a phone kept: 8 MB and 500 entries at most, each stored once, and never turned away",
};

test("every handler is slowed in PostgreSQL, or says why it need not be", () => {
  const unpaced = files
    .filter((name) => /(^|\/)route\.ts$/.test(name))
    .filter((name) => !/\b(tooFast|takeTurns)\(/.test(readFileSync(`app/${name}`, "utf8")))
    .map((name) => `/${name.replace(/\/route\.ts$/, "")}`);
  expect(unpaced.sort()).toEqual(Object.keys(UNPACED).sort());
});

test("every server action is in the table", { timeout: 30_000 }, async () => {
  const listed = Object.entries(actions).flatMap(([room, rows]) =>
    Object.keys(rows).map((name) => `${room} ${name}`),
  );
  expect(listed.sort()).toEqual([...(await actionSchemas()).keys()].sort());
});

test("the tables name only people and things that there are", () => {
  const rows = [
    ...Object.values(pages),
    ...Object.values(handlers),
    ...Object.values(actions).flatMap((room) => Object.values(room)),
  ];
  for (const row of rows) {
    for (const part of ["may", "own", "other", "unseen"] as const) {
      const names: unknown = Reflect.get(row, part);
      if (typeof names === "string") named(names);
    }
    for (const thing of Object.values(row.on ?? {})) {
      if (thing?.endsWith("Id")) expect(Object.keys(things)).toContain(thing);
    }
  }
});

test("every form can be filled, or the walk would take a misspelt field for a right", {
  timeout: 30_000,
}, async () => {
  const schemas = await actionSchemas();
  const unfilled = Object.entries(actions).flatMap(([room, rows]) =>
    Object.entries(rows).flatMap(([name, row]) => {
      try {
        formFor(schemas, `${room} ${name}`, row, {});
        return [];
      } catch (error) {
        return [String(error)];
      }
    }),
  );
  expect(unfilled).toEqual([]);
});
