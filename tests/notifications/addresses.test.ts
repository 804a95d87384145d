import type { LookupAddress } from "node:dns";
import { describe, expect, test } from "vitest";
import { allowanceOf, guardedLookup, isPublicAddress } from "@/lib/jobs/sending/addresses";
import { post } from "@/lib/jobs/sending/post";

const nothing = allowanceOf("");
const attempt = (url: string, allowed = "") =>
  post(
    { url, headers: {}, body: Buffer.from("{}"), handOver: () => expect.unreachable() },
    allowanceOf(allowed),
  );

describe("an address from outside", () => {
  test.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "198.18.0.1",
    "::1",
    "::",
    "fc00::1",
    "fe80::1",
    "ff02::1",
    "::ffff:10.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::a00:1",
    "2002:a00:1::",
    "2001:db8::1",
    "words",
  ])("%s is not the internet", (address) => expect(isPublicAddress(address)).toBe(false));

  test.each(["8.8.8.8", "113.160.1.1", "172.32.0.1", "2001:4860:4860::8888", "2405:4800::1"])(
    "%s is",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  test.each([
    "https://127.0.0.1/",
    "https://0x7f.1/",
    "https://2130706433/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://169.254.169.254/latest/meta-data",
  ])("%s is refused before anything is sent", async (url) => {
    expect(await attempt(url)).toMatchObject({
      outcome: { is: "refused", final: true, reason: expect.stringContaining("mạng nội bộ") },
    });
  });

  test.each(["http://example.com/", "ftp://example.com/", "https://user:pass@example.com/", "gui"])(
    "%s is refused",
    async (url) => expect(await attempt(url)).toMatchObject({ outcome: { final: true } }),
  );
});

describe("a name", () => {
  const resolving =
    (...addresses: string[]) =>
    (_name: string, _options: object, done: (error: null, found: LookupAddress[]) => void) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      );
  const ask = (name: string, addresses: string[], allowance = nothing) =>
    new Promise((resolve) =>
      guardedLookup(allowance, resolving(...addresses) as never)(
        name,
        { all: true },
        (error, found) => resolve(error ? "refused" : found),
      ),
    );

  test("is connected to at exactly the address that was judged", async () => {
    expect(await ask("gate.vn", ["8.8.8.8"])).toEqual([{ address: "8.8.8.8", family: 4 }]);
  });

  test("that means a place inside, alone or among others, is refused", async () => {
    expect(await ask("gate.vn", ["10.0.0.5"])).toBe("refused");
    expect(await ask("gate.vn", ["8.8.8.8", "127.0.0.1"])).toBe("refused");
    expect(await ask("localhost", ["::1"])).toBe("refused");
  });

  test("or a range that the server's keeper has named may be inside", async () => {
    expect(await ask("sms.tinh.lan", ["10.0.0.5"], allowanceOf("sms.tinh.lan"))).not.toBe(
      "refused",
    );
    expect(await ask("other.lan", ["10.0.0.5"], allowanceOf("10.0.0.0/24"))).not.toBe("refused");
    expect(await ask("other.lan", ["10.0.1.5"], allowanceOf("10.0.0.0/24"))).toBe("refused");
  });
});
