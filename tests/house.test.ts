import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const ROOMS = ["app", "components", "lib"];
const DOMAINS = [
  "advisories",
  "awareness",
  "campaigns",
  "complaints",
  "compliance",
  "directives",
  "duty",
  "incidents",
  "infrastructure",
  "inventory",
  "identity",
  "organization",
  "overview",
  "reports",
  "search",
  "sweeps",
];
const DOMAIN_FILES = [
  "schema.ts",
  "policy.ts",
  "rules.ts",
  "queries.ts",
  "commands.ts",
  "labels.ts",
];

/** Each line: a room, and the doors it has not got. */
const WALLS: [room: RegExp, forbidden: RegExp][] = [
  [/^components\//, /^@\/app|\/(queries|commands)$|^@\/lib\/(db|auth\/session|files\/storage)/],
  [
    /^components\/(ui|charts|shell)\//,
    /^@\/lib\/(?!time|form-state|text)|^@\/components\/(?!ui|charts|shell)/,
  ],
  [/^lib\//, /^@\/(app|components)/],
  [/^lib\/(?!db\/)/, /prisma\/client|db\/generated|^@prisma/],
  [/^lib\/(?!auth\/|form-action)/, /^next\//],
  [/^(?!lib\/auth\/)/, /^next-auth/],
  [/^app\/(?!api\/health\/)/, /^@\/lib\/db/],
  [/^lib\/(?!cli\/)/, /^@\/lib\/cli|^@\/prisma/],
  [/^lib\/.*(schema|policy|rules|labels)\.ts$/, /\/(queries|commands)$|^server-only/],
];

const files = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes("generated"))
    .map((path) => ({ path: `${room}/${path}`, source: readFileSync(`${room}/${path}`, "utf8") })),
);

/** What a file loads at run time: static, side-effect and dynamic imports, and re-exports. */
function valueImports(source: string) {
  const statics = source.matchAll(/^(?:import|export) (?!type )[^;]*?from ["']([^"']+)["'];/gm);
  const bare = source.matchAll(/^import ["']([^"']+)["'];/gm);
  const dynamic = source.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g);
  return [...statics, ...bare, ...dynamic].map(([, specifier]) => specifier ?? "");
}

const isClient = (source: string) => /^["']use client["'];/.test(source);

describe("the house keeps its walls", () => {
  test.each(files)("$path imports only what its room may", ({ path, source }) => {
    const trespasses = valueImports(source).filter((specifier) =>
      WALLS.some(([room, forbidden]) => room.test(path) && forbidden.test(specifier)),
    );
    expect(trespasses).toEqual([]);
  });

  test.each(files)("$path reaches other rooms by their full name", ({ path, source }) => {
    const depth = path.split("/").length - 2;
    const climbs = valueImports(source).filter(
      (specifier) => (specifier.match(/\.\.\//g) ?? []).length > Math.max(depth - 1, 0),
    );
    expect(climbs).toEqual([]);
  });

  test.each(files)("$path fits in one reading", ({ source }) => {
    expect(source.split("\n").length).toBeLessThanOrEqual(301);
  });

  test.each(files.filter(({ path }) => path.endsWith("/page.tsx")))(
    "$path is a page, not a book",
    ({ source }) => {
      expect(source.split("\n").length).toBeLessThanOrEqual(151);
    },
  );

  test("a domain holds only the files every domain may hold", () => {
    const strays = files
      .map(({ path }) => path.split("/"))
      .filter(([room, domain]) => room === "lib" && DOMAINS.includes(domain ?? ""))
      .filter((parts) => !DOMAIN_FILES.includes(parts.at(-1) ?? ""))
      .map((parts) => parts.join("/"));
    expect(strays).toEqual([]);
  });

  test("what touches the database never reaches the browser", () => {
    const unguarded = files
      .filter(({ path }) => /^lib\/.*\/(queries|commands)\.ts$/.test(path))
      .filter(({ source }) => !source.startsWith('import "server-only";'))
      .map(({ path }) => path);
    expect(unguarded).toEqual([]);
  });

  test("every exported query and command is told who asks", () => {
    const strangers = files
      .filter(({ path }) =>
        /^lib\/(advisories|awareness|campaigns|complaints|compliance|directives|duty|incidents|infrastructure|inventory|notifications|reports|search|sweeps)\/.*(queries|commands)\.ts$/.test(
          path,
        ),
      )
      .flatMap(({ path, source }) =>
        [...source.matchAll(/^export (?:async )?function (\w+)\(\s*(\w*)/gm)]
          .filter(([, , first]) => first !== "actor" && first !== "tx")
          .map(([, name]) => `${path}: ${name}`),
      );
    expect(strangers).toEqual([]);
  });

  test("the browser gets little script: fewer than one file in three is a client's", () => {
    const pixels = files.filter(({ path }) => path.startsWith("components/"));
    const clients = pixels.filter(({ source }) => isClient(source));
    expect(clients.length / Math.max(pixels.length, 1)).toBeLessThan(1 / 3);
  });

  test("time is asked of lib/time alone", () => {
    const watches = files
      .filter(({ path }) => !/^lib\/(time\.ts|db\/|cli\/)/.test(path))
      .filter(({ source }) => /new Date\(\)|Date\.now\(\)/.test(source))
      .map(({ path }) => path);
    expect(watches).toEqual([]);
  });

  test("the environment is read in one place", () => {
    const readers = files
      .filter(({ path }) => !/^lib\/(env\.ts|cli\/)/.test(path) && !path.startsWith("lib/db/"))
      .filter(({ source }) => /process\.env\b/.test(source))
      .map(({ path }) => path);
    expect(readers).toEqual([]);
  });

  test("the top level holds what the layout names and nothing else", () => {
    const allowed = new Set(
      `app components lib prisma public tests package.json tsconfig.json next.config.ts README.md
       proxy.ts instrumentation.ts prisma.config.ts package-lock.json SECURITY.md vitest.config.ts
       playwright.config.ts postcss.config.mjs biome.json .ci LICENSE .env.example .gitignore
       .git .next .data node_modules next-env.d.ts .env test-results bench-results playwright-report`.split(
        /\s+/,
      ),
    );
    expect(readdirSync(".").filter((name) => !allowed.has(name))).toEqual([]);
    expect(existsSync("src")).toBe(false);
  });
});
