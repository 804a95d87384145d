import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOut, saidBy } from "@/lib/documents/official/layout/rules";
import {
  internalAddressesIn,
  publicAddressesIn,
  withoutInternal,
} from "@/lib/incidents/reports/addresses/rules";
import { fieldsOf } from "@/lib/incidents/reports/forms/fields/schema";
import { reportDocument } from "@/lib/incidents/reports/forms/paper/rules";
import { type FormContent, sendReportSchema } from "@/lib/incidents/reports/forms/schema";
import { reportKinds } from "@/lib/incidents/reports/schema";
import { hindranceOf, type Move } from "@/lib/incidents/rules";

const ids = {
  incidentId: "0190f9a0-0000-7000-8000-000000000001",
  requestId: "0190f9a0-0000-7000-8000-000000000002",
};

/** Everything that a form must have, and nothing else. */
const filled = (kind: (typeof reportKinds)[number]) =>
  Object.fromEntries(
    fieldsOf(kind)
      .filter(({ required }) => required)
      .map(({ name, input, options }) => {
        const [first] = options ?? [];
        const values = {
          line: "UBND xã Yên Bình",
          long: "Máy chủ tệp bị mã hóa",
          phone: "0205 3825 113",
          email: "xayenbinh@langson.gov.vn",
          moment: "2025-01-29T02:10",
          one: first?.value ?? "",
          many: [first?.value ?? ""],
          addresses: "",
        };
        return [name, values[input]];
      }),
  );

const errorsOf = (input: object) => {
  const read = sendReportSchema.safeParse(input);
  return read.success ? [] : read.error.issues.map(({ message }) => message);
};

const byte = fc.integer({ min: 0, max: 255 });
const inner = fc.oneof(
  fc.tuple(byte, byte, byte).map(([b, c, d]) => `10.${b}.${c}.${d}`),
  fc.tuple(byte, byte).map(([c, d]) => `192.168.${c}.${d}`),
  fc.tuple(fc.integer({ min: 16, max: 31 }), byte, byte).map(([b, c, d]) => `172.${b}.${c}.${d}`),
  fc.tuple(byte, byte).map(([c, d]) => `169.254.${c}.${d}`),
  fc.constantFrom("127.0.0.1", "::1", "fe80::1", "fd12:3456::7"),
);
const around = fc.constantFrom(" ", ", ", " (", "; ", "\n", ": ", " “");
const after = fc.constantFrom("", ".", ",", ")", ":8080", " ", "”");

describe("addresses in what leaves the house", () => {
  test("those of the inside of a network are found wherever they stand, and left out", () => {
    fc.assert(
      fc.property(inner, around, after, (address, before, behind) => {
        const end = address.includes(":") && behind === ":8080" ? "" : behind;
        const text = `Máy chủ tệp${before}${address}${end} bị mã hóa`;
        expect(internalAddressesIn(text)).toEqual([address]);
        expect(internalAddressesIn(withoutInternal(text))).toEqual([]);
      }),
    );
  });

  test("public ones, times, versions and numbers are let be", () => {
    const text =
      "Từ 203.162.4.190 lúc 17:30:05 ngày 29/01/2025, Windows 10.0.19045.3086, số 3591/STTTT.";
    expect(internalAddressesIn(text)).toEqual([]);
    expect(withoutInternal(text)).toBe(text);
  });

  test("a list holds addresses and nothing else", () => {
    expect(publicAddressesIn("203.162.4.190, 203.162.4.190\n113.160.0.9")).toEqual([
      "203.162.4.190",
      "113.160.0.9",
    ]);
    expect(publicAddressesIn("203.162.4.190 máy chủ")).toEqual({ wrong: "máy" });
  });
});

describe("a form", () => {
  test.each(reportKinds)(
    "%s is taken with what is marked (*), and refused without any of it",
    (kind) => {
      const whole: Record<string, string | string[]> = { ...ids, kind, ...filled(kind) };
      expect(errorsOf(whole)).toEqual([]);
      for (const { name, required } of fieldsOf(kind)) {
        if (!required) continue;
        expect(errorsOf({ ...whole, [name]: Array.isArray(whole[name]) ? [] : "" })).not.toEqual(
          [],
        );
      }
    },
  );

  test("refuses an address of the inside in words, in its own field and in any other", () => {
    for (const name of ["addresses", "summary", "systemName", "proposals"]) {
      const [message] = errorsOf({
        ...ids,
        kind: "initial",
        ...filled("initial"),
        [name]: "192.168.1.10",
      });
      expect(message).toBe(
        "192.168.1.10 là địa chỉ IP nội bộ, không đưa vào báo cáo. Bỏ đi hoặc ghi IP công khai.",
      );
    }
    expect(
      errorsOf({ ...ids, kind: "initial", ...filled("initial"), addresses: "203.162.4.190" }),
    ).toEqual([]);
  });

  test("takes no option that it does not offer", () => {
    const wrong = { ...ids, kind: "initial", ...filled("initial"), detection: ["root"] };
    expect(errorsOf(wrong)).toHaveLength(1);
    expect(errorsOf({ ...wrong, detection: ["logs"], status: "x" })).toHaveLength(1);
  });
});

describe("its paper", () => {
  const paper = (content: FormContent, reference = "05/BC-UBND", drill = false) =>
    saidBy(
      layOut(
        reportDocument({
          kind: "initial",
          reference,
          content,
          at: new Date("2025-01-28T19:40:00Z"),
          incident: { code: "SC-2025-0007", drill },
        }),
      ),
    );

  test("says every field of Mẫu 03, filled or left as a line to write on", () => {
    const content: FormContent = {
      reporterName: "UBND xã Yên Bình",
      detection: ["ids", "told"],
      detectedAt: "2025-01-28T19:10:00.000Z",
      recipients: "Chủ quản hệ thống\nĐơn vị chuyên trách",
    };
    const said = paper(content);
    for (const { label, name } of fieldsOf("initial")) {
      if (["recipients", "place", "signerPosition", "signerName"].includes(name)) continue;
      expect(said.some((line) => line.startsWith(label))).toBe(true);
    }
    expect(said).toContain("Số: 05/BC-UBND");
    expect(said).toContain("Tên tổ chức báo cáo (*): UBND xã Yên Bình");
    expect(said).toContain("Thời điểm phát hiện (*): 02:10 29/01/2025");
    expect(said).toContain(
      "Cách thức phát hiện (*): ■ Qua hệ thống phát hiện xâm nhập; □ Kiểm tra dữ liệu lưu lại (log); ■ Nhận được thông báo; □ Khác",
    );
    expect(said).toContain("- Chủ quản hệ thống;");
    expect(said).toContain("Hệ điều hành, phiên bản:");
    expect(said).toContain("Thời gian thực hiện báo cáo: 02:40 29/01/2025");
  });

  test("of a drill is stamped as one", () => {
    expect(paper({}, "", true)).toContain("DIỄN TẬP");
    expect(paper({}, "", false)).not.toContain("DIỄN TẬP");
  });
});

test("a case with an initial report is closed with a closing report only, whatever else is true of it", () => {
  const number = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(number, number, number, (initialReports, closingReports, openMandatoryTasks) => {
      const move: Move = {
        state: "review",
        to: "closed",
        handlerUnitId: ids.incidentId,
        openMandatoryTasks,
        initialReports,
        closingReports,
        reason: "",
        resolution: "Đã khôi phục từ bản sao lưu",
      };
      const owed = initialReports > 0 && closingReports === 0;
      if (hindranceOf(move) === null) expect(owed).toBe(false);
      if (owed && openMandatoryTasks === 0) expect(hindranceOf(move)).toBe("needs-closing-report");
    }),
  );
});
