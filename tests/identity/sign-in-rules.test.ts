import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callerAddress } from "@/lib/auth/caller";
import { deviceLabel } from "@/lib/identity/sessions/labels";
import { safePath } from "@/lib/identity/sign-in/rules";

describe("the way back after signing in", () => {
  test.each([
    ["/directives?state=issued", "/directives?state=issued"],
    ["/duty", "/duty"],
    ["", "/"],
    ["https://evil.example/", "/"],
    ["//evil.example/x", "/"],
    ["/\\evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["/.//evil.example", "/"],
    ["javascript:alert(1)", "/"],
    ["/sign-in?next=/sign-in", "/"],
    ["/api/files/1", "/"],
  ])("%j leads to %s", (wanted, path) => {
    expect(safePath(wanted)).toBe(path);
  });

  test("never leaves the product", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom("", "/", "//", "/\\", "/%2f", "\\"),
        (text, start) => {
          const here = "https://truc.example.vn";
          expect(new URL(safePath(start + text), here).origin).toBe(here);
        },
      ),
    );
  });
});

describe("the caller's address", () => {
  test.each([
    ["10.0.0.9", 0, "10.0.0.9"],
    ["1.2.3.4, 10.0.0.9", 0, "10.0.0.9"],
    ["1.2.3.4, 203.0.113.7, 10.0.0.9", 1, "203.0.113.7"],
    ["::ffff:192.168.1.20", 0, "192.168.1.20"],
    ["10.0.0.9", 3, "10.0.0.9"],
    [null, 0, ""],
  ])("of %j behind %i proxies is %s", (chain, proxies, address) => {
    expect(callerAddress(chain, proxies)).toBe(address);
  });
});

test("a device is named by what the browser tells", () => {
  const chrome =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36";
  expect(deviceLabel(chrome)).toBe("Chrome trên Windows");
  expect(deviceLabel(`${chrome} Edg/126.0`)).toBe("Edge trên Windows");
  expect(deviceLabel("")).toBe("Trình duyệt khác");
});
