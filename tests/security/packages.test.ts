import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { auditVerdict } from "@/lib/cli/audit-verdict";

type Lock = { packages: Record<string, { version?: string; dev?: boolean }> };
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
const placesOf = (name: string) =>
  Object.keys(packages).filter((path) => path.endsWith(`node_modules/${name}`));

/** Below these stand known ways in; see the table of framework vulnerabilities in SECURITY.md. */
const floors: Record<string, string> = {
  next: "16.4.6",
  react: "19.3.1",
  "react-dom": "19.3.1",
  "next-auth": "4.24.15",
};

test.each(Object.entries(floors))("%s is %s or newer, and is what is installed", (name, floor) => {
  const installed = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
  expect(packages[`node_modules/${name}`]?.version).toBe(installed);
  const [is, least] = [installed, floor].map((text) => text.split(".").map(Number));
  const order = [0, 1, 2].map((at) => (is[at] ?? 0) - (least[at] ?? 0)).find((n) => n !== 0) ?? 0;
  expect(order, `${name} ${installed}`).toBeGreaterThanOrEqual(0);
});

test.each(["react", "react-dom", "next", "prisma", "@prisma/client", "@prisma/adapter-pg", "zod"])(
  "there is one copy of %s",
  (name) => {
    expect(placesOf(name)).toEqual([`node_modules/${name}`]);
  },
);

test("no package is installed that never was mended", () => {
  for (const name of ["xlsx", "exceljs", "node-serialize", "xml2js"]) {
    expect(placesOf(name), name).toEqual([]);
  }
});

test("the old undici of the CSAF checks is reached by nothing that we import", {
  timeout: 30_000,
}, async () => {
  const [first] = placesOf("undici").map((path) => packages[path]?.version);
  if (!first) return;
  const seen = await import("@/lib/advisories/csaf/rules").then(() => "loaded");
  expect(seen).toBe("loaded");
  // Only `informativeTests`, which ask addresses whether they answer, would load it.
  const sources = readFileSync("lib/advisories/csaf/rules.ts", "utf8");
  expect(sources).not.toMatch(/informativeTests|testURL|\/tests\//);
});

const advisory = (severity: string) => ({ severity, range: "<1.2.3", via: [], isDirect: true });

test("an audit fails for what is grave, and says when the registry knows nothing", () => {
  const told = (vulnerabilities: object) =>
    auditVerdict(JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} }));
  expect(told({})).toEqual({ is: "clean", lesser: 0 });
  expect(told({ a: advisory("moderate") })).toEqual({ is: "clean", lesser: 1 });
  expect(told({ a: advisory("low"), b: advisory("high"), c: advisory("critical") })).toEqual({
    is: "vulnerable",
    packages: ["b <1.2.3 (high)", "c <1.2.3 (critical)"],
  });
  // As a mirror answers, as npm without a network does, and as it does when it was ended.
  const refused = {
    message: "405 Method Not Allowed - POST https://mirror/advisories/bulk",
    statusCode: 405,
  };
  expect(auditVerdict(JSON.stringify(refused))).toEqual({ is: "skipped", why: refused.message });
  expect(auditVerdict("")).toEqual({ is: "skipped", why: "no answer" });
  expect(auditVerdict("<html>404</html>")).toEqual({ is: "skipped", why: "no answer" });
});
