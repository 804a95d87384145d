import { describe, expect, test } from "vitest";
import { readDirective } from "@/lib/directives/reading/rules";

const MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n";
const END = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nLý Văn Bảo";

const FOREIGN: Record<string, string> = {
  nothing: "",
  blanks: " \n\t\u00a0\n",
  "a recipe":
    "PHỞ BÒ\n\nNguyên liệu:\n- 1 kg xương;\n- 500 g bánh.\n\nThực hiện:\n1. Ninh xương 6 giờ.",
  "an English memo":
    "To: all staff\nNo: 12/IT-SEC\nHanoi, 5 January 2025\n\n1. Patch all servers.\n\nRegards",
  "an invoice":
    "HÓA ĐƠN GIÁ TRỊ GIA TĂNG\nKý hiệu: 1C25TAA\nSố: 00001234\nNgày 05 tháng 01 năm 2025\n" +
    "Đơn vị bán hàng: Công ty ABC\n1. Máy tính 2 chiếc\nGIÁM ĐỐC\nTrần Văn A",
  "a news article":
    "Lạng Sơn bảo đảm an toàn thông tin dịp Tết\n\nNgày 31/12/2024, Sở Thông tin và Truyền thông " +
    "ban hành Công văn số 3591/STTTT-TTCNS, đề nghị các sở, ban, ngành:\n\n- Trực 24/7;\n- Vá lỗ hổng.",
  "a contract":
    `${MOTTO}HỢP ĐỒNG KINH TẾ\nSố: 12/HĐKT-2025\nHữu Lũng, ngày 05 tháng 01 năm 2025\n` +
    "Căn cứ Bộ luật Dân sự ngày 24/11/2015;\nĐiều 1. Bên B thực hiện cung cấp máy chủ.",
  "an application for leave":
    `${MOTTO}Hữu Lũng, ngày 05 tháng 01 năm 2025\nĐƠN XIN NGHỈ PHÉP\nKính gửi: Phòng Nội vụ.\n` +
    "Đề nghị cho tôi nghỉ phép từ ngày 10/01/2025.\nNgười làm đơn\nNguyễn Văn A",
  "a report to a superior":
    `UBND XÃ YÊN BÌNH\n${MOTTO}Số: 12/BC-UBND\nBÁO CÁO\nKết quả bảo đảm an toàn thông tin\n` +
    `Kính gửi: UBND huyện.\n1. Đã tổ chức trực 24/7.${END}`,
  "an invitation":
    `UBND XÃ YÊN BÌNH\n${MOTTO}Số: 3/GM-UBND\nGIẤY MỜI\nDự họp\nKính gửi: Các thôn.\n` +
    `Đề nghị đến đúng giờ.${END}`,
  "an e-mail":
    "Kính gửi anh chị,\n\nĐề nghị gửi báo cáo trước ngày 15/01/2025.\n\nTrân trọng,\nHoa",
  "a law":
    "Điều 1. Phạm vi điều chỉnh\nĐiều 2. Cơ quan, tổ chức có trách nhiệm thực hiện.\n1. Bộ Công an chủ trì.",
  figures: "1,2,3\n4,5,6",
  JSON: '{"number":"12","symbol":"UBND-VX"}',
};

describe("what is no directive", () => {
  test.each(Object.entries(FOREIGN))("%s is refused", (_, text) => {
    expect(readDirective(text)).toBeNull();
  });

  test("a directive copied without its head still is one", () => {
    const reading = readDirective(
      "Kính gửi: UBND các xã, thị trấn.\n\nUBND huyện yêu cầu:\n1. UBND các xã, thị trấn\n- Trực 24/7." +
        "\n\nNơi nhận:\n- Như trên.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Quốc Phong",
    );
    expect(reading?.sections).toHaveLength(1);
    expect(reading?.doubts).toContain("issuer");
  });
});
