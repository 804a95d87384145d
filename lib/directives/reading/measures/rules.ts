import { type Measure, measures } from "../schema";
import { canon } from "../text/rules";

type Evidence = { strong: RegExp; weak?: RegExp };
const words = (choices: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${choices})(?![\\p{L}\\p{N}])`, "u");

/**
 * The words that speak for a measure. Weak ones count only where no strong one is found: "rà soát mã
 * độc" within an order to keep watch is still the watch.
 */
const EVIDENCE: Partial<Record<Measure, Evidence>> = {
  watch: {
    strong: words(
      "24\\/7|24\\/24|24h|trực ban|lịch trực|ứng trực|ca trực|trực lãnh đạo|trực kỹ thuật|phân công trực|" +
        "trực bảo đảm|trực đảm bảo|tổ chức trực|bố trí trực|trực theo dõi|duy trì trực|" +
        "(?:phân công|bố trí|cử)[^.;]{0,60}(?:trực|theo dõi thường xuyên|giám sát)|phát hiện sớm|" +
        "giám sát an toàn thông tin|giám sát an toàn[, ][^.;]{0,30}|giám sát hệ thống|giám sát liên tục",
    ),
    weak: words(
      "giám sát|trực(?! tuyến| tiếp| thuộc| quan)|theo dõi thường xuyên|theo dõi liên tục|ứng cứu|ứng phó",
    ),
  },
  sweep: {
    strong: words(
      "lỗ hổng|điểm yếu|bản vá|vá lỗi|săn lùng|bóc gỡ|rà quét|phần mềm độc hại|gỡ bỏ mã độc|" +
        "diệt mã độc|quét mã độc|diệt vi ?rút|diệt virus|máy chủ, máy trạm|sao lưu|" +
        "kiểm tra, đánh giá an toàn|đánh giá an toàn thông tin|xác thực (?:hai|đa|2)|đổi mật khẩu",
    ),
    weak: words(
      "mã độc|virus|vi rút|rà soát (?:toàn bộ )?(?:hệ thống|máy|thiết bị|các hệ thống)|cấu hình|" +
        "rà soát, (?:kiểm tra|khắc phục)|cập nhật phần mềm",
    ),
  },
  advisories: {
    strong: words(
      "văn bản cảnh báo|cảnh báo an toàn thông tin|cảnh báo an ninh mạng|" +
        "cảnh báo (?:tuần|tháng|hàng|hằng|lỗ hổng)|(?:các|theo) cảnh báo (?:của|do|từ|về|an)|thông tin cảnh báo",
    ),
  },
  awareness: {
    strong: words(
      "tuyên truyền|nâng cao nhận thức|truyền thông (?:về|tới|đến|cho)|phổ biến (?:kiến thức|kỹ năng|" +
        "pháp luật|quy định|rộng rãi|tới|đến|cho)|tập huấn|loa truyền thanh|hệ thống truyền thanh|pa ?nô|khẩu hiệu|hướng dẫn người dân|nhận diện|truyền thanh cơ sở|khuyến cáo",
    ),
    weak: words("phổ biến|nhận thức|quán triệt|cảnh giác|đăng tải"),
  },
  infrastructure: {
    strong: words(
      "hạ tầng viễn thông|thông tin liên lạc|trạm bts|trạm phát sóng|trạm thu phát|đường truyền|" +
        "hạ tầng internet|mạng viễn thông|thông suốt|dung lượng mạng|vùng phủ sóng|chất lượng mạng|" +
        "hạ tầng mạng viễn thông|mạng lưới (?:an toàn|thông suốt|hoạt động|viễn thông)",
    ),
    weak: words("hạ tầng(?! mạng lưới)"),
  },
  blocking: {
    strong: words(
      "chặn lọc|ngăn chặn[^.;]{0,80}(?:tấn công|phát tán|truy cập|tên miền|địa chỉ|thông tin xấu)|" +
        "chặn (?:tin nhắn|cuộc gọi|truy cập|tên miền|địa chỉ|kết nối|các tên|website|trang)|" +
        "gỡ bỏ (?:thông tin|nội dung|bài|trang)|biện pháp kỹ thuật ở mức cao nhất",
    ),
    weak: words("ngăn chặn|chặn"),
  },
  complaints: {
    strong: words(
      "tin nhắn rác|cuộc gọi rác|tin nhắn lừa đảo|cuộc gọi lừa đảo|khiếu nại|5656|đầu số 156|" +
        "phản ánh (?:của|từ|về)|các phản ánh|sim rác|tin rác|tiếp nhận phản ánh",
    ),
    weak: words("phản ánh"),
  },
  authority_requests: {
    strong: words(
      "(?:theo|các|mọi|đáp ứng|thực hiện|khi có|những) yêu cầu (?:của|từ)[^.;]{0,80}" +
        "(?:cơ quan chức năng|có thẩm quyền|bộ|công an|cơ quan|cục|sở)|yêu cầu của cơ quan (?:chức năng|" +
        "có thẩm quyền|quản lý|nhà nước|công an)|yêu cầu của (?:lực lượng|cơ quan) công an",
    ),
  },
};

/** What an officer would measure the obligation by; `free` when its words speak for nothing else. */
export function suggestMeasures(text: string): Measure[] {
  const small = canon(text);
  const found = (pick: (evidence: Evidence) => RegExp | undefined) =>
    measures.filter((measure) => {
      const evidence = EVIDENCE[measure];
      return evidence !== undefined && (pick(evidence)?.test(small) ?? false);
    });
  const strong = found(({ strong }) => strong);
  if (strong.length > 0) return strong;
  const weak = found(({ weak }) => weak);
  return weak.length > 0 ? weak : ["free"];
}
