import { describe, expect, test } from "vitest";
import { readBasis } from "@/lib/directives/reading/basis/rules";
import { readContacts } from "@/lib/directives/reading/contacts/rules";
import { readDeadline } from "@/lib/directives/reading/deadlines/rules";
import { properName } from "@/lib/directives/reading/issuer/rules";
import { suggestMeasures } from "@/lib/directives/reading/measures/rules";
import { recipientPhrase } from "@/lib/directives/reading/recipients/rules";

describe("deadlines", () => {
  test.each([
    ["hoàn thành trước ngày 15/01/2025", "2025-01-15"],
    ["xong trước ngày 15 tháng 01 năm 2025.", "2025-01-15"],
    ["Báo cáo trước 14h00 ngày 15/01/2025", "2025-01-15T14:00:00+07:00"],
    ["chậm nhất là 16 giờ 30 phút ngày 05-02-2025", "2025-02-05T16:30:00+07:00"],
    ["gửi về huyện chậm nhất 17h, ngày 05.02.2025", "2025-02-05T17:00:00+07:00"],
    ["Thời hạn: 20/01/2025", "2025-01-20"],
    ["trước 24h00 ngày 31/01/2025", "2025-02-01T00:00:00+07:00"],
    ["TRƯỚC NGÀY 15/01/2025".normalize("NFC"), "2025-01-15"],
  ])("%s", (text, dueAt) => {
    expect(readDeadline(text).dueAt).toBe(dueAt);
  });

  test.each([
    "báo cáo trước 16h00 hằng ngày",
    "gửi trước ngày 25 hàng tháng",
    "hoàn thành trước Tết Nguyên đán",
    "xong trước ngày 15/01",
    "trước ngày 31/02/2025",
    "Thực hiện Công văn số 12/UBND ngày 05/01/2025",
    "các văn bản ban hành trước ngày 01/01/2025",
    "trực từ ngày 25/01/2025 đến hết ngày 02/02/2025",
    "trong vòng 05 ngày làm việc",
  ])("%s states none", (text) => {
    expect(readDeadline(text).dueAt).toBeNull();
  });

  test("of several the first counts, and the officer is told", () => {
    const text = "lần 1 trước ngày 15/01/2025, lần 2 trước ngày 05/02/2025";
    expect(readDeadline(text)).toEqual({ dueAt: "2025-01-15", several: true });
  });
});

describe("names of issuing bodies", () => {
  test.each([
    ["ỦY BAN NHÂN DÂN HUYỆN HỮU LŨNG", "UBND huyện Hữu Lũng"],
    ["UỶ BAN NHÂN DÂN XÃ HOÀ LẠC", "UBND xã Hòa Lạc"],
    ["SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Sở Thông tin và Truyền thông"],
    ["CÔNG AN HUYỆN HỮU LŨNG", "Công an huyện Hữu Lũng"],
    ["PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Phòng Lao động - Thương binh và Xã hội"],
    ["VĂN PHÒNG HĐND VÀ UBND", "Văn phòng HĐND và UBND"],
    ["BAN CHỈ HUY QUÂN SỰ HUYỆN HỮU LŨNG", "Ban Chỉ huy quân sự huyện Hữu Lũng"],
    ["HUYỆN ỦY HỮU LŨNG", "Huyện ủy Hữu Lũng"],
    ["TRUNG TÂM CÔNG NGHỆ SỐ", "Trung tâm Công nghệ số"],
  ])("%s", (printed, name) => {
    expect(properName(printed)).toBe(name);
  });
});

describe("phrases that name recipients", () => {
  test.each([
    [
      "Văn phòng HĐND và UBND huyện, Công an huyện",
      ["Văn phòng HĐND và UBND huyện", "Công an huyện"],
    ],
    [
      "Các cơ quan, đơn vị, UBND các xã, thị trấn",
      ["Các cơ quan, đơn vị", "UBND các xã, thị trấn"],
    ],
    ["CÁC CƠ QUAN, ĐƠN VỊ, UBND CÁC XÃ", ["CÁC CƠ QUAN, ĐƠN VỊ", "UBND CÁC XÃ"]],
    [
      "Các doanh nghiệp viễn thông (VNPT, Viettel...)",
      ["Các doanh nghiệp viễn thông (VNPT, Viettel...)"],
    ],
    ["Đối với các phòng, ban, ngành:", ["Các phòng, ban, ngành"]],
    ["Giao Công an huyện chủ trì, phối hợp với Phòng Nội vụ", ["Công an huyện"]],
    ["Phòng Văn hóa, Khoa học và Thông tin", ["Phòng Văn hóa, Khoa học và Thông tin"]],
    ["Ủy ban Kiểm tra Huyện ủy", ["Ủy ban Kiểm tra Huyện ủy"]],
    ["UBND huyện yêu cầu Trưởng các thôn thực hiện", ["Trưởng các thôn"]],
  ])("%s", (text, recipients) => {
    expect(recipientPhrase(text)?.recipients).toEqual(recipients);
  });

  test.each([
    "Phòng, chống lừa đảo",
    "Ban hành kế hoạch",
    "Tổ chức tuyên truyền",
    "Trường hợp cần thiết",
  ])("%s names nobody", (text) => expect(recipientPhrase(text)).toBeNull());
});

describe("measures", () => {
  test.each([
    ["Tổ chức trực 24/7", ["watch"]],
    ["Cập nhật bản vá, bóc gỡ mã độc", ["sweep"]],
    ["Xử lý các văn bản cảnh báo", ["advisories"]],
    ["Tuyên truyền trên loa truyền thanh và trực ban 24/24", ["watch", "awareness"]],
    ["Bảo đảm thông tin liên lạc thông suốt", ["infrastructure"]],
    ["Chặn truy cập tên miền độc hại", ["blocking"]],
    ["Xử lý phản ánh về cuộc gọi rác", ["complaints"]],
    ["Cung cấp thông tin theo yêu cầu của cơ quan Công an", ["authority_requests"]],
    ["Kiểm tra máy phát điện", ["free"]],
  ])("%s", (text, expected) => {
    expect(suggestMeasures(text)).toEqual(expected);
  });
});

describe("basis and contacts", () => {
  test("one sentence may rest on two documents", () => {
    const text =
      "Thực hiện Công điện số 33/CĐ-TTg ngày 07 tháng 4 năm 2024 của Thủ tướng Chính phủ và Kế hoạch số " +
      "12/KH-UBND ngày 05/01/2025 của UBND tỉnh về an toàn thông tin, UBND huyện yêu cầu:";
    expect(readBasis([text])).toEqual([
      { number: "33/CĐ-TTg", date: "2024-04-07", issuer: "Thủ tướng Chính phủ" },
      { number: "12/KH-UBND", date: "2025-01-05", issuer: "UBND tỉnh" },
    ]);
  });

  test("a person is named without how one is addressed", () => {
    const text = "Vướng mắc liên hệ ông Lê Văn Tám, Phó Trưởng phòng, SĐT: 0912 345 678.";
    expect(readContacts([text])).toEqual([{ name: "Lê Văn Tám", phone: "0912 345 678" }]);
  });

  test("a date or an account is no telephone", () => {
    expect(readContacts(["Liên hệ trước ngày 05/01/2025, tài khoản 012345678901234567."])).toEqual(
      [],
    );
  });
});
