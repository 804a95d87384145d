import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  defang,
  isPublicAddress,
  readAddress,
  readIndicator,
  refang,
} from "@/lib/incidents/indicators/rules";

const auto = (text: string) => {
  const read = readIndicator(text, "auto");
  return read ? `${read.kind} ${read.value}` : null;
};

describe("an indicator", () => {
  test.each([
    ["103.27.237[.]15", "ip 103.27.237.15"],
    ["2001:0DB8::0001", "ip 2001:db8::1"],
    ["Xau[.]Com", "domain xau.com"],
    ["vietcombank-tet2025(.)com", "domain vietcombank-tet2025.com"],
    ["hxxps://Xau[.]com/a?b=1#c", "url https://xau.com/a?b=1"],
    ["http://103.27.237.15/x", "url http://103.27.237.15/x"],
    ["D41D8CD98F00B204E9800998ECF8427E", "hash d41d8cd98f00b204e9800998ecf8427e"],
    ["+84 868 123 456", "phone 0868123456"],
    ["0868.123.456", "phone 0868123456"],
    ["84868123456", "phone 0868123456"],
    ["1900 1234", "phone 19001234"],
    ["Nguyễn Văn A (Facebook)", "account Nguyễn Văn A (Facebook)"],
  ])("%s is read as %s", (text, expected) => {
    expect(auto(text)).toBe(expected);
  });

  test.each([
    ["ip", "999.1.1.1"],
    ["ip", "1.2.3"],
    ["domain", "khong co dau cham"],
    ["domain", "-xau.com"],
    ["domain", "xau.c"],
    ["url", "javascript:alert(1)"],
    ["url", "xau.com/a"],
    ["hash", "d41d8cd98f00b204e9800998ecf8427"],
    ["phone", "012345"],
    ["account", "<script>"],
  ] as const)("that is no %s is refused: %s", (kind, text) => {
    expect(readIndicator(text, kind)).toBeNull();
  });

  test("is defanged so that it reads back the same and cannot be clicked", () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{1,10}$/);
    const url = fc
      .tuple(label, label, fc.constantFrom("com", "vn", "top"), label)
      .map(([a, b, top, path]) => `https://${a}.${b}.${top}/${path}`);
    fc.assert(
      fc.property(url, (text) => {
        const read = readIndicator(text, "url");
        if (!read) throw new Error(text);
        const shown = defang(read);
        expect(shown).not.toMatch(/https?:\/\//);
        expect(shown).not.toMatch(/[a-z]\.[a-z]/);
        expect(refang(shown)).toBe(read.value);
        expect(readIndicator(shown, "auto")).toEqual(read);
      }),
    );
  });

  test("that is a URL is also found by its domain", () => {
    const url = readIndicator("hxxp://xau[.]com/a", "auto");
    const domain = readIndicator("XAU.com.", "auto");
    expect(url?.keys).toContain("domain:xau.com");
    expect(domain?.keys).toEqual(["domain:xau.com"]);
  });

  test("that is an address inside a network is told from a public one", () => {
    for (const inside of [
      "10.0.0.5",
      "192.168.1.1",
      "172.16.0.1",
      "127.0.0.1",
      "169.254.1.1",
      "100.64.0.1",
      "fe80::1",
      "fd00::1",
      "::1",
    ]) {
      expect(isPublicAddress(readAddress(inside) ?? ""), inside).toBe(false);
    }
    for (const outside of ["103.27.237.15", "172.32.0.1", "8.8.8.8", "2405:4800::1"]) {
      expect(isPublicAddress(readAddress(outside) ?? ""), outside).toBe(true);
    }
  });
});
