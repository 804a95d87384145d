import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAdvisory } from "@/lib/advisories/reading/rules";
import { defang } from "@/lib/incidents/indicators/rules";

const LETTER = `CỤC AN TOÀN THÔNG TIN
Số: 56/CATTT-NCSC
V/v cảnh báo lỗ hổng bảo mật ảnh hưởng cao và nghiêm trọng
trong các sản phẩm Microsoft công bố tháng 01/2025
Hà Nội, ngày 15 tháng 01 năm 2025
Kính gửi: Các cơ quan, đơn vị
1. CVE-2025-21333 | Windows Hyper-V | CVSS 7.8 | leo thang đặc quyền
2. CVE-2025-21298 (Điểm: 9.8, Nghiêm trọng) trong Windows OLE
3. CVE 2025-21362, CVE-2025-21354: thực thi mã từ xa trong Microsoft Excel, mức Cao
4. cve-2024-55591 trong FortiOS và FortiProxy
Địa chỉ điều khiển: 103.27.237[.]15, 45.148.10.2; máy trạm 192.168.1.5 không liệt kê.
Tên miền: xau-lam[.]top, tải về tại hxxps://cap-nhat[.]xyz/a.exe
SHA256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
Hướng dẫn: https://msrc.microsoft.com/update-guide, tệp huong-dan.pdf`;

describe("a warning", () => {
  test("gives its head, its five vulnerabilities and its indicators", () => {
    const read = readAdvisory(LETTER);
    expect(read).toMatchObject({
      issuer: "CỤC AN TOÀN THÔNG TIN",
      number: "56/CATTT-NCSC",
      issuedOn: "2025-01-15",
      rhythm: "monthly",
    });
    expect(read.subject).toMatch(/^cảnh báo lỗ hổng .* tháng 01\/2025$/);
    expect(read.items.map(({ cveId, severity }) => [cveId, severity])).toEqual([
      ["CVE-2025-21333", "high"],
      ["CVE-2025-21298", "critical"],
      ["CVE-2025-21362", "high"],
      ["CVE-2025-21354", "high"],
      ["CVE-2024-55591", "high"],
    ]);
    expect(read.items[0]?.product).toBe("Windows Hyper-V");
    expect(read.items[1]?.product).toBe("Windows OLE");
    expect(read.items[4]?.product).toBe("FortiOS và FortiProxy");
    expect(read.indicators.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      "ip 103.27.237.15",
      "ip 45.148.10.2",
      "domain xau-lam.top",
      "url https://cap-nhat.xyz/a.exe",
      "hash e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    ]);
  });

  test("of nothing gives nothing", () => {
    expect(readAdvisory("")).toMatchObject({ items: [], indicators: [], issuedOn: null });
    expect(readAdvisory("Số: ngày 31 tháng 02 năm 2025").issuedOn).toBeNull();
  });
});

const cve = fc
  .tuple(fc.integer({ min: 1999, max: 2030 }), fc.integer({ min: 1000, max: 9_999_999 }))
  .map(([year, number]) => `CVE-${year}-${number}`);
const publicIp = fc
  .tuple(fc.integer({ min: 20, max: 99 }), fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => parts.join("."));
const sha = fc
  .array(fc.constantFrom(..."0123456789abcdef"), { minLength: 64, maxLength: 64 })
  .map((signs) => signs.join(""));
const domain = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9]{2,12}$/), fc.constantFrom("top", "xyz", "com.vn"))
  .map((parts) => parts.join("."));
const filler = fc.constantFrom(
  "đơn vị",
  "rà soát,",
  "cập nhật bản vá.",
  "(xem phụ lục)",
  "\n",
  "-",
);

describe("the reader", () => {
  test("finds every CVE, address, domain and hash, whatever stands around them, defanged or not", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(cve, { maxLength: 6 }),
        fc.uniqueArray(publicIp, { maxLength: 4 }),
        fc.uniqueArray(domain, { maxLength: 4 }),
        fc.uniqueArray(sha, { maxLength: 3 }),
        fc.array(filler, { minLength: 20, maxLength: 20 }),
        fc.boolean(),
        (cves, ips, domains, hashes, words, safe) => {
          const written = [
            ...cves,
            ...ips.map((value) => (safe ? defang({ kind: "ip", value }) : value)),
            ...domains.map((value) => (safe ? defang({ kind: "domain", value }) : value)),
            ...hashes,
          ];
          const text = written.map((word, at) => `${words[at]} ${word}`).join(" ");
          const read = readAdvisory(text);
          expect(read.items.map(({ cveId }) => cveId).sort()).toEqual([...cves].sort());
          const of = (kind: string) =>
            read.indicators.filter((one) => one.kind === kind).map(({ value }) => value);
          expect(of("ip").sort()).toEqual([...ips].sort());
          expect(of("domain").sort()).toEqual([...domains].sort());
          expect(of("hash").sort()).toEqual([...hashes].sort());
        },
      ),
    );
  });

  test("never fails and never invents, whatever is pasted", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (text) => {
        const read = readAdvisory(text);
        for (const { cveId } of read.items) expect(cveId).toMatch(/^CVE-\d{4}-\d{4,19}$/);
        expect(readAdvisory(text)).toEqual(read);
      }),
    );
  });

  test("takes time in step with the length, also of hostile texts", () => {
    const hostile = [
      "CVE-",
      "CVE-2025-1234 ",
      "1.1.1.1.",
      "a.",
      "((((",
      "[.]",
      "điểm ",
      "ngày 1 tháng ",
      "https://a.b/",
      "-–—",
      "aaaa",
    ];
    for (const piece of hostile) {
      const time = (length: number) => {
        const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
        const start = performance.now();
        readAdvisory(text);
        return performance.now() - start;
      };
      time(20_000);
      const small = Math.max(time(40_000), 2);
      const large = time(320_000);
      expect(large / small, `“${piece}” took ${small} ms, then ${large} ms`).toBeLessThan(40);
      expect(large).toBeLessThan(5_000);
    }
  });
});
