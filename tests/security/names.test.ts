import fc from "fast-check";
import { expect, test } from "vitest";
import { attachmentHeader, safeFileName } from "@/lib/files/rules";

const hostile = fc.oneof(
  fc.constantFrom(
    "../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/etc/passwd",
    "C:\\a.exe",
    "...",
    "",
    'a"; filename="b.html',
    "a\r\nSet-Cookie: session=x",
    "a\nX-Injected: 1",
    "a\u2028b.txt",
    "\u202Egpj.exe",
    "a%0d%0aX: 1.txt",
    "a\0.png",
    `${"x".repeat(149)}😀.docx`,
    `${"😀".repeat(120)}.pdf`,
  ),
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
);

test("a file's name leads to no other folder, whatever it is", () => {
  fc.assert(
    fc.property(hostile, (name) => {
      const safe = safeFileName(name);
      expect(safe).not.toMatch(/[\\/]|^\.|[\p{Cc}\p{Cf}"<>|:*?]/u);
      expect(safe.length).toBeGreaterThan(0);
      expect(safe.length).toBeLessThanOrEqual(150);
    }),
  );
});

test("a name adds no header and ends none, also one that was never made safe", () => {
  fc.assert(
    fc.property(hostile, (name) => {
      for (const given of [name, safeFileName(name)]) {
        const line = attachmentHeader(given);
        // What Node itself would refuse to send, and what a browser reads as more than one name.
        expect(line).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[\w.!#$&+^`|~%-]*$/,
        );
        expect(() => new Headers({ "Content-Disposition": line })).not.toThrow();
      }
    }),
  );
});
