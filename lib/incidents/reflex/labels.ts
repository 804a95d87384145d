import type { IncidentSign } from "../schema";

export type ReflexStep = { key: string; text: string; why?: string };
export type ReflexCard = { title: string; never: string; steps: ReflexStep[] };

/** Calling comes first everywhere; nobody should be alone with it. */
const call: ReflexStep = { key: "call", text: "Gọi người trực theo danh sách ở trên" };

/**
 * The first fifteen minutes in plain words, one thing to do a line. Keys are kept in the timeline:
 * a step may be worded anew, never given another meaning.
 */
export const reflexCards: Record<IncidentSign, ReflexCard> = {
  data_encryption: {
    title: "Tệp bị mã hóa: 15 phút đầu",
    never: "Không tắt máy, không trả tiền chuộc, không cài lại.",
    steps: [
      {
        key: "unplug",
        text: "Rút dây mạng, tắt Wi-Fi máy bị khóa tệp",
        why: "Để không lan sang máy khác",
      },
      call,
      { key: "photo", text: "Chụp ảnh màn hình, thư đòi tiền, đuôi tệp lạ" },
      { key: "drives", text: "Rút ổ cứng ngoài, USB; ngắt ổ dùng chung" },
      { key: "others", text: "Hỏi các máy khác trong cơ quan có bị không" },
      { key: "backup", text: "Tìm bản sao lưu gần nhất, để rời mạng" },
    ],
  },
  defacement: {
    title: "Trang thông tin bị sửa: 15 phút đầu",
    never: "Không xóa trang, không tự sửa lại ngay.",
    steps: [
      { key: "photo", text: "Chụp ảnh trang bị sửa, ghi địa chỉ và giờ" },
      call,
      { key: "maintenance", text: "Nhờ đơn vị vận hành chuyển trang sang thông báo bảo trì" },
      { key: "password", text: "Đổi mật khẩu quản trị trang từ một máy khác" },
      { key: "copy", text: "Yêu cầu giữ lại tệp nhật ký và bản sao trang" },
    ],
  },
  phishing: {
    title: "Giả mạo, lừa đảo: 15 phút đầu",
    never: "Không bấm vào đường dẫn, không gọi lại số lạ.",
    steps: [
      { key: "photo", text: "Chụp ảnh tin nhắn, trang giả; ghi số gọi, đường dẫn" },
      call,
      { key: "victims", text: "Hỏi ai đã nhập mật khẩu, chuyển tiền, cài ứng dụng" },
      { key: "bank", text: "Đã chuyển tiền: gọi ngay tổng đài ngân hàng để khóa" },
      { key: "password", text: "Đã nhập mật khẩu: đổi ngay từ máy khác" },
      { key: "tell", text: "Nhắn trong cơ quan, thôn bản để không ai làm theo" },
    ],
  },
  malware: {
    title: "Nghi nhiễm mã độc: 15 phút đầu",
    never: "Không cắm USB của máy này sang máy khác.",
    steps: [
      { key: "unplug", text: "Rút dây mạng, tắt Wi-Fi của máy" },
      call,
      { key: "photo", text: "Chụp ảnh cảnh báo của phần mềm diệt virus" },
      { key: "source", text: "Nhớ lại: vừa mở tệp, thư, USB nào" },
      { key: "password", text: "Đổi mật khẩu thư điện tử từ một máy khác" },
    ],
  },
  dos: {
    title: "Hệ thống bị nghẽn: 15 phút đầu",
    never: "Không khởi động lại nhiều lần.",
    steps: [
      { key: "check", text: "Thử từ điện thoại dùng 4G xem có vào được không" },
      call,
      { key: "provider", text: "Gọi nhà mạng, đơn vị vận hành hệ thống" },
      { key: "photo", text: "Chụp ảnh lỗi, ghi giờ bắt đầu" },
      { key: "paper", text: "Chuyển sang nhận hồ sơ giấy nếu người dân đang chờ" },
    ],
  },
  unauthorized_access: {
    title: "Có người lạ vào hệ thống: 15 phút đầu",
    never: "Không xóa nhật ký, không đuổi theo kẻ xâm nhập.",
    steps: [
      { key: "password", text: "Đổi mật khẩu từ một máy khác, đăng xuất mọi thiết bị" },
      call,
      { key: "photo", text: "Chụp ảnh lần đăng nhập lạ, thư báo, thay đổi lạ" },
      { key: "lock", text: "Nhờ quản trị khóa tài khoản bị chiếm" },
      { key: "tell", text: "Báo người hay nhận thư từ tài khoản này: không làm theo" },
    ],
  },
  data_leak: {
    title: "Lộ dữ liệu: 15 phút đầu",
    never: "Không tải về, không chuyển tiếp dữ liệu bị lộ.",
    steps: [
      { key: "photo", text: "Chụp ảnh nơi dữ liệu bị đưa lên, ghi địa chỉ và giờ" },
      call,
      { key: "close", text: "Gỡ quyền chia sẻ, khóa đường dẫn công khai" },
      { key: "what", text: "Ghi dữ liệu gì, của khoảng bao nhiêu người" },
      { key: "quiet", text: "Không tự trả lời báo chí, mạng xã hội" },
    ],
  },
  harmful_information: {
    title: "Tin giả, xấu độc: 15 phút đầu",
    never: "Không bình luận, không chia sẻ bài.",
    steps: [
      { key: "photo", text: "Chụp ảnh bài đăng, tên tài khoản, số lượt chia sẻ" },
      { key: "link", text: "Chép đường dẫn bài và trang cá nhân" },
      call,
      { key: "report", text: "Bấm báo cáo vi phạm với nền tảng" },
      { key: "truth", text: "Chờ huyện thống nhất nội dung rồi mới đính chính" },
    ],
  },
  other: {
    title: "15 phút đầu",
    never: "Không xóa gì, không cài lại máy.",
    steps: [
      call,
      { key: "photo", text: "Chụp ảnh màn hình, ghi giờ" },
      { key: "unplug", text: "Nghi máy bị tấn công: rút dây mạng, tắt Wi-Fi" },
      { key: "wait", text: "Giữ nguyên hiện trạng tới khi có người hướng dẫn" },
    ],
  },
};

export const findStep = (sign: IncidentSign, key: string) =>
  reflexCards[sign].steps.find((step) => step.key === key) ?? null;
