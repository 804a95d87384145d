import { anyOf } from "../../text/rules";

/**
 * The words by which Vietnamese offices call one another, over `canon` text. They recognise that a
 * phrase names somebody; who it is, only the directory of units can tell.
 */
const start = (choices: string[]) => new RegExp(`^(?:${choices.join("|")})`, "u");
const word = "(?![\\p{L}\\p{N}])";

export const TITLE = start([
  `(?:đồng chí )?(?:thủ trưởng|chủ tịch|phó chủ tịch|giám đốc|trưởng(?= các)|lãnh đạo|chánh(?= văn)|` +
    `người đứng đầu|bí thư|cấp ủy|hiệu trưởng|trưởng(?= (?:phòng|ban|công an|thôn))) `,
]);

/** Many bodies at once. */
export const COLLECTIVE = start([
  `(?:tất cả |toàn bộ |toàn thể |những )?các (?:cơ quan|đơn vị|đồng chí|phòng|ban|ngành|sở|bộ|cục|xã|phường|huyện|` +
    `quận|thị xã|thị trấn|thôn|khu|doanh nghiệp|tổ chức|trường|nhà mạng|nhà cung cấp|địa phương|` +
    `công ty|tổng công ty|tập đoàn|trung tâm|đoàn thể|hội|chi nhánh|lực lượng|đội|tổ|chủ quản|` +
    `thành viên|bệnh viện|ngân hàng|cơ sở|khu phố|khối|xóm|ấp|bản|làng|hợp tác xã|nhà trường|chi cục|chi bộ|đảng bộ|đảng ủy|trạm|viện|ủy ban|ubnd|` +
    `hđnd|thành phố|tỉnh|hộ|bưu cục|điểm)${word}`,
  `các (?:\\p{L}+ )?(?:cơ quan|đơn vị|doanh nghiệp)${word}`,
  `toàn thể (?:cán bộ|nhân dân)`,
  `quý (?:cơ quan|đơn vị|ông|bà|công ty)${word}`,
]);

/** One body by its kind of office; words that only look like one are ruled out. */
export const NAMED_UNIT = start([
  `(?:ubnd|hđnd|ubmttq|ub mttq|mttq|bhxh|bch|bcđ|vp)${word}`,
  "ca (?=huyện|xã|tỉnh|thị|thành)",
  `(?:ủy ban|hội đồng) `,
  `(?:đảng ủy|huyện ủy|tỉnh ủy|thành ủy|thị ủy|quận ủy|chi ủy|huyện đoàn|tỉnh đoàn|thành đoàn)${word}`,
  `(?:ban )?thường trực (?:huyện|tỉnh|thành|đảng|hđnd|ủy ban)`,
  `(?:mặt trận tổ quốc|văn phòng|công an|trung tâm|chi cục|tổng cục|tòa án|kho bạc|ngân hàng)${word}`,
  `(?:bảo hiểm xã hội|điện lực|bưu điện|hạt kiểm lâm|liên đoàn|công ty|tập đoàn|chi nhánh)${word}`,
  `(?:tổng công ty|nhà mạng|bệnh viện|trạm|quân đội|đồn biên phòng)${word}`,
  `phòng (?!chống|ngừa|tránh|thủ|bệnh|cháy|vệ|dịch|khi|là|,)`,
  `p\\. ?\\p{L}`,
  `sở (?!hữu|tại|dĩ|thích|này|đó)\\p{L}`,
  `bộ phận \\p{L}`,
  `nhà (?:văn hóa|trường|thi đấu|thiếu nhi)`,
  `bộ (?!phận|luật|đội|máy|mã|lọc|nhớ|quy|tiêu|dữ)\\p{L}`,
  `ban (?!hành|đầu|bố|cho|ngày|đêm|tặng|phát|ngành|,)\\p{L}`,
  `cục (?!bộ|diện)\\p{L}`,
  `viện (?!dẫn|trợ|phí)\\p{L}`,
  `thanh tra (?:huyện|tỉnh|thành phố|sở|nhà nước)`,
  `trường (?!hợp|kỳ)\\p{L}`,
  `hội (?!nghị|họp|thảo|nhập|tụ|viên|thi)\\p{L}`,
  `đoàn (?:thanh niên|tncs|đbqh)`,
  `đài (?:phát|truyền|pt|tt)`,
  `báo (?!cáo|động|trước|ngay|về|gồm|hiệu|tin|hỏng|với|chí)\\p{L}`,
  `công chức (?:văn|tư|địa|tài|phụ)`,
  `đội (?!ngũ)\\p{L}`,
  `tổ (?!chức)\\p{L}`,
  `(?:vnpt|viettel|mobifone|vinaphone|vietnamobile|fpt|gtel|cmc|sctv|vtvcab)${word}`,
]);

/** Names somebody at the head of a phrase, but after a comma only goes on with the one before. */
export const BARE_BODY = start([
  `(?:cơ quan|đơn vị|doanh nghiệp|lực lượng|thành viên|tổ chức (?:chính trị|đoàn thể)|chủ quản|địa phương)${word}`,
  `(?:xã|thị trấn|phường|huyện|thành phố|tỉnh|quận|thị xã|thôn) (?!hội|đoàn)\\p{L}`,
  `cán bộ, `,
]);

export const OPENER = start([
  `(?:(?:đối với|giao nhiệm vụ cho|giao cho|giao|đề nghị|yêu cầu|trách nhiệm của|nhiệm vụ của|` +
    `về phía|riêng|phân công|chỉ đạo|trân trọng đề nghị|đồng thời|ngoài ra|bên cạnh đó),? )+(?:với )?`,
]);

/** The words with which an issuer turns to somebody. */
export const ORDER_WORD =
  "(?<![\\p{L}\\p{N}])(?:(?<!theo )yêu cầu(?! của)|khuyến nghị|(?<!theo )đề nghị|(?<!bàn )giao(?! thông| dịch| lưu| ban| tiếp)|" +
  "(?<!ban )chỉ đạo|(?<!bảng )phân công)(?![\\p{L}\\p{N}])";
export const ORDER = new RegExp(ORDER_WORD, "u");

const VERBS = [
  ..."chủ trì|phối hợp|chủ động|tăng cường|thực hiện|triển khai|rà soát|kiểm tra|theo dõi".split(
    "|",
  ),
  ..."báo cáo|tham mưu|có trách nhiệm|chịu trách nhiệm|đẩy mạnh|tiếp tục|nghiêm túc|căn cứ".split(
    "|",
  ),
  ..."chỉ đạo|phân công|bố trí|xây dựng|hướng dẫn|đôn đốc|quán triệt|cập nhật|bảo đảm".split("|"),
  ..."đảm bảo|khẩn trương|kịp thời|tập trung|thường xuyên|nâng cao|cử|gửi|hoàn thành|lập".split(
    "|",
  ),
  ..."tuyên truyền|phổ biến|đề xuất|tiếp nhận|xử lý|ngăn chặn|duy trì|giám sát|sẵn sàng".split("|"),
  ..."tổng hợp|đăng ký|cung cấp|phát huy|huy động|niêm yết|phát sóng|đăng tải|vận động".split("|"),
  ..."khắc phục|thiết lập|sử dụng|ban hành|phải|cần|nhanh chóng|kiện toàn|chuẩn bị".split("|"),
  ..."tích cực|quan tâm|tạo điều kiện|nghiên cứu|lồng ghép|xác minh|điều tra|đấu tranh".split("|"),
  ..."nắm|tiến hành|tăng|giảm|thông báo|thống kê|khuyến cáo|hỗ trợ|làm|lựa chọn|xác định".split(
    "|",
  ),
  ..."rà quét|quét|cài đặt|định hướng|nhắc nhở".split("|"),
  ..."sao lưu|gỡ bỏ|đánh giá|phân tích|trình|nộp|thẩm định|chấp hành|tuân thủ|thành lập".split("|"),
  "(?<!(?:,|và|chí|các) )lãnh đạo",
  "trực(?! thuộc| tuyến| tiếp)",
  ..."củng cố|kê khai|trang bị|tạm dừng|giải quyết|tham gia|thay đổi|phát hiện|chia sẻ".split("|"),
];

/** A word with which an order begins, or one after which nobody is named any more. */
export const STOP_WORD = new RegExp(
  `${anyOf(VERBS).source}|(?<!(?:,|các|quan|và|của) )${anyOf(["tổ chức"]).source}|` +
    `(?<![\\p{L}])(?:theo|trong (?:quá|phạm|thời|việc)|không (?!gian)|nhằm|để|khi|nếu)(?!\\p{L})`,
  "u",
);
