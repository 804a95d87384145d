import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsaf } from "@/lib/advisories/csaf/rules";
import { Refusal } from "@/lib/errors";
import { aCsafDocument } from "@/tests/support/csaf";

const bytes = (doc: unknown) => new TextEncoder().encode(JSON.stringify(doc));

describe("a CSAF 2.0 file", () => {
  test("becomes an advisory: head, products by name, severity by score, fix and exploitation", async () => {
    expect(await readCsaf(bytes(aCsafDocument()))).toEqual({
      issuer: "MikroTik PSIRT",
      number: "MT-SA-2025-001",
      issuedOn: "2025-01-15",
      subject: "RouterOS: thực thi mã từ xa",
      csafId: "MT-SA-2025-001",
      csafVersion: "1",
      items: [
        {
          cveId: "CVE-2025-10001",
          product: "MikroTik RouterOS 6.49",
          severity: "critical",
          exploited: true,
          fix: "Cập nhật lên 6.49.18 (https://mikrotik.com/download)",
        },
      ],
    });
  });

  test("that breaks the schema is refused with the place of the fault", async () => {
    const doc = aCsafDocument();
    const broken = {
      ...doc,
      document: { ...doc.document, tracking: { ...doc.document.tracking, status: "gone" } },
    };
    await expect(readCsaf(bytes(broken))).rejects.toThrow("/document/tracking/status");
    const { title: _, ...untitled } = doc.document;
    await expect(readCsaf(bytes({ ...doc, document: untitled }))).rejects.toThrow("/document");
  });

  test("that keeps the schema and breaks a mandatory test is refused with its place", async () => {
    const doc = aCsafDocument();
    const unknown = structuredClone(doc);
    unknown.vulnerabilities[0]?.product_status.known_affected.push("NOBODY");
    await expect(readCsaf(bytes(unknown))).rejects.toThrow(
      "/vulnerabilities/0/product_status/known_affected/1",
    );
  });

  test("that is no JSON, or no object, is refused in words", async () => {
    await expect(readCsaf(new TextEncoder().encode("{ hỏng"))).rejects.toThrow(/không phải JSON/);
    await expect(readCsaf(new Uint8Array([0xff, 0xfe, 0x00]))).rejects.toThrow(/không phải JSON/);
    await expect(readCsaf(bytes([]))).rejects.toBeInstanceOf(Refusal);
  });

  test("cut or changed anywhere is read or refused, never an accident", async () => {
    const whole = bytes(aCsafDocument());
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 32, max: 126 }),
        async (at, sign) => {
          const changed = Uint8Array.from(whole);
          changed[at] = sign;
          await readCsaf(changed).catch((error) => expect(error).toBeInstanceOf(Refusal));
        },
      ),
      { numRuns: 40 },
    );
  });
});
