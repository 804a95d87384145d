import { NextRequest } from "next/server";
import { afterEach, describe, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** What a page is sent with, by the product as it is set up. */
async function headersOf(address: string, settings: Record<string, string> = {}) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules();
  const { proxy } = await import("@/proxy");
  return proxy(new NextRequest(new URL(address, "http://localhost:3000"))).headers;
}

const behindTls = { PUBLIC_URL: "https://truc.huulung.example" };

describe("the headers of every answer", () => {
  test("bind a browser to TLS for a year, behind TLS alone", async () => {
    const strict = "strict-transport-security";
    for (const path of ["/sign-in", "/api/search", "/duty"]) {
      const [kept] =
        /max-age=(\d+)/.exec((await headersOf(path, behindTls)).get(strict) ?? "") ?? [];
      expect(kept, path).toBe("max-age=31536000");
    }
    vi.unstubAllEnvs();
    expect((await headersOf("/sign-in")).get(strict)).toBeNull();
    const plain = await headersOf("/sign-in", { PUBLIC_URL: "http://truc.lan" });
    expect(plain.get(strict), "over plain HTTP it would lock people out").toBeNull();
  });

  test("allow no frame, no other script and no device, and tell nobody where one came from", async () => {
    const sent = await headersOf("/command", behindTls);
    const policy = new Map(
      (sent.get("content-security-policy") ?? "").split("; ").map((rule) => {
        const [name = "", ...sources] = rule.split(" ");
        return [name, sources.join(" ")] as const;
      }),
    );
    expect(policy.get("frame-ancestors")).toBe("'none'");
    expect(policy.get("default-src")).toBe("'self'");
    expect(policy.get("object-src")).toBe("'none'");
    expect(policy.get("base-uri")).toBe("'none'");
    expect(policy.get("script-src")).toMatch(/^'self' 'nonce-[\w+/]{22}==' 'strict-dynamic'$/);
    expect(sent.get("referrer-policy")).toBe("same-origin");
    for (const device of ["camera", "geolocation", "microphone", "usb"]) {
      expect(sent.get("permissions-policy")).toContain(`${device}=()`);
    }
    expect(sent.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(sent.get("x-content-type-options")).toBe("nosniff");
    expect(sent.get("cache-control")).toMatch(/^private, no-store/);
  });

  test("carry a nonce of their own, and none that a caller chose", async () => {
    const nonces = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const policy = (await headersOf("/sign-in")).get("content-security-policy") ?? "";
        return /'nonce-([^']+)'/.exec(policy)?.[1];
      }),
    );
    expect(new Set(nonces).size).toBe(50);
    const { proxy } = await import("@/proxy");
    const asked = new NextRequest("http://localhost:3000/sign-in", {
      headers: { "content-security-policy": "script-src 'nonce-mine'", "x-path": "//evil.example" },
    });
    const passedOn = proxy(asked).headers;
    expect(passedOn.get("x-middleware-request-content-security-policy")).not.toContain(
      "nonce-mine",
    );
    expect(passedOn.get("x-middleware-request-x-path")).toBe("/sign-in");
  });

  test("leave a file its own, stricter policy", async () => {
    expect((await headersOf("/api/files/x")).get("content-security-policy")).toBeNull();
  });
});
