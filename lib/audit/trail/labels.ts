import { roleLabels } from "@/lib/identity/labels";
import type { BrokenLink } from "../verify";

/** What was done, as a person would say it. An action not named here is shown as it is. */
export const actionLabels: Record<string, string> = {
  "directive.draft": "Soạn dự thảo",
  "directive.save": "Lưu dự thảo",
  "directive.discard": "Xóa dự thảo",
  "directive.submit": "Trình ký",
  "directive.withdraw": "Rút lại văn bản chờ ký",
  "directive.return": "Trả lại dự thảo",
  "directive.issue": "Ký ban hành văn bản",
  "directive.attach-signed": "Đính kèm bản đã ký",
  "directive.close": "Kết thúc theo dõi văn bản",
  "directive.remind": "Đôn đốc",
  "directive.open": "Mở văn bản lần đầu",
  "directive.acknowledge": "Tiếp nhận văn bản",
  "assignment.assign": "Phân công cán bộ",
  "assignment.report": "Báo cáo kết quả",
  "assignment.progress": "Báo cáo tiến độ",
  "assignment.result": "Báo cáo kết quả",
  "assignment.nil": "Báo cáo không phát sinh",
  "assignment.accept": "Chấp nhận kết quả",
  "assignment.send-back": "Yêu cầu làm lại",
  "reminder.see": "Đã xem đôn đốc",
  "notice.see": "Đã xem thông báo",
  "roster.create": "Lập lịch trực",
  "roster.fill": "Xếp trực tự động",
  "roster.clear": "Xóa các ca của dự thảo",
  "roster.import": "Nhập lịch trực từ tệp",
  "roster.submit": "Gửi lịch trực để huyện xem trước",
  "roster.withdraw": "Rút lịch trực về sửa",
  "roster.return": "Trả lịch trực để sửa",
  "roster.publish": "Công bố lịch trực",
  "roster.discard": "Xóa dự thảo lịch trực",
  "shift.add": "Xếp người trực",
  "shift.reassign": "Thay người trực",
  "shift.remove": "Bỏ ca trực",
  "shift.check-in": "Nhận ca",
  "shift.mid-check": "Điểm danh giữa ca",
  "shift.log": "Ghi sổ trực",
  "shift.hand-over": "Bàn giao ca",
  "shift.sign-handover": "Ký nhận bàn giao",
  "swap.ask": "Xin đổi ca",
  "swap.consent": "Đồng ý đổi ca",
  "swap.approve": "Duyệt đổi ca",
  "swap.end": "Không đổi ca",
  "duty-alert.raise": "Cảnh báo ca trực",
  "duty-alert.climb": "Báo lên cấp trên về ca trực",
  "duty-policy.save": "Đặt quy định trực của đợt",
  "duty-rule.save": "Đặt quy định đổi ca",
  "duty-person.add": "Thêm người trực",
  "duty-person.update": "Sửa người trực",
  "duty-person.remove": "Đưa người trực ra khỏi danh sách",
  "duty-absence.add": "Ghi ngày không trực",
  "duty-absence.remove": "Xóa ngày không trực",
  "calendar-feed.create": "Tạo địa chỉ lịch",
  "calendar-feed.revoke": "Thu hồi địa chỉ lịch",
  "file.keep": "Lưu tệp",
  "session.open": "Đăng nhập",
  "session.fail": "Đăng nhập không thành công",
  "session.close": "Đăng xuất",
  "session.revoke": "Thu hồi phiên đăng nhập",
  "session.revoke-others": "Thu hồi các phiên khác",
  "password.change": "Đổi mật khẩu",
  "password.reset": "Đặt lại mật khẩu",
  "totp.begin": "Bắt đầu bật xác thực hai lớp",
  "totp.enable": "Bật xác thực hai lớp",
  "totp.disable": "Tắt xác thực hai lớp",
  "recovery-codes.renew": "Tạo lại mã khôi phục",
  "person.create": "Thêm tài khoản",
  "person.update": "Sửa tài khoản",
  "person.disable": "Khóa tài khoản",
  "person.enable": "Mở khóa tài khoản",
  "unit.create": "Thêm đơn vị",
  "unit.update": "Sửa đơn vị",
  "unit.close": "Kết thúc đơn vị",
  "unit.reopen": "Khôi phục đơn vị",
  "unit.import": "Nhập danh sách đơn vị",
  "unit-kind.create": "Thêm loại đơn vị",
  "unit-kind.update": "Sửa loại đơn vị",
  "recipient-group.create": "Thêm nhóm nhận",
  "recipient-group.update": "Sửa nhóm nhận",
  "recipient-group.delete": "Xóa nhóm nhận",
};

export const subjectLabels: Record<string, string> = {
  directive: "Văn bản",
  assignment: "Nhiệm vụ của đơn vị",
  reminder: "Đôn đốc",
  notice: "Thông báo",
  roster: "Lịch trực",
  shift: "Ca trực",
  swap: "Đổi ca",
  "duty-person": "Người trực",
  "duty-alert": "Cảnh báo ca trực",
  campaign: "Đợt cao điểm",
  "calendar-feed": "Địa chỉ lịch",
  file: "Tệp",
  session: "Phiên đăng nhập",
  user: "Tài khoản",
  unit: "Đơn vị",
  "unit-kind": "Loại đơn vị",
  "unit-file": "Tệp đơn vị",
  "recipient-group": "Nhóm nhận",
};

const detailLabels: Record<string, string> = {
  number: "Số",
  symbol: "Ký hiệu",
  issuedOn: "Ngày ban hành",
  subject: "Trích yếu",
  units: "Số đơn vị",
  assignments: "Số nhiệm vụ",
  openAssignments: "Nhiệm vụ còn dở",
  version: "Bản",
  reason: "Lý do",
  message: "Lời nhắc",
  contactName: "Cán bộ đầu mối",
  shift: "Ca",
  was: "Người cũ",
  gapMinutes: "Phút chưa có người",
  gapReason: "Lý do để trống",
  shifts: "Số ca",
  unfilled: "Ca chưa xếp được",
  alerts: "Số cảnh báo",
  swapNeedsApproval: "Đổi ca phải duyệt",
  assignee: "Người được giao",
  kind: "Loại báo cáo",
  files: "Minh chứng (SHA-256)",
  sha256: "SHA-256",
  name: "Tên",
  code: "Mã",
  validTo: "Ngày thôi hoạt động",
  successor: "Đơn vị kế thừa",
  created: "Tạo mới",
  updated: "Cập nhật",
  unchanged: "Không đổi",
  newKinds: "Loại mới",
  username: "Tên đăng nhập",
  role: "Vai trò",
  unitId: "Đơn vị",
  factor: "Xác thực",
  sessionsEnded: "Phiên đã kết thúc",
  secondFactorRemoved: "Gỡ xác thực hai lớp",
};

/** Details whose value is a word of the code. */
const valueLabels: Record<string, Record<string, string>> = {
  role: roleLabels,
  factor: {
    password: "Mật khẩu",
    totp: "Mã xác thực",
    recovery: "Mã khôi phục",
    province: "Tài khoản của tỉnh",
  },
  reason: {
    password: "Sai mật khẩu",
    "second-factor": "Sai mã xác thực",
    disabled: "Tài khoản bị khóa",
  },
  kind: { progress: "Tiến độ", result: "Kết quả", nil: "Không phát sinh" },
};

/** Details of an entry as names and values to read; what is not said is left out. */
export function readableDetails(details: unknown): [name: string, value: string][] {
  if (typeof details !== "object" || details === null || Array.isArray(details)) return [];
  return Object.entries(details).flatMap(([key, value]): [string, string][] => {
    const text = valueLabels[key]?.[String(value)] ?? readable(value);
    return text ? [[detailLabels[key] ?? key, text]] : [];
  });
}

function readable(value: unknown) {
  if (value === null || value === undefined) return "";
  if (value === true) return "Có";
  if (value === false) return "Không";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

export const brokenLabels: Record<BrokenLink["reason"], string> = {
  altered: "nội dung đã bị sửa",
  missing: "bị thiếu",
  head: "bị cắt khỏi cuối chuỗi, hoặc đầu chuỗi đã bị sửa",
};

type Found = {
  chains: number;
  entries: number;
  broken: (BrokenLink & { unitName: string }) | null;
};

export function describeVerification({ chains, entries, broken }: Found) {
  if (!broken) return `Nhật ký nguyên vẹn: ${entries} bản ghi trong ${chains} chuỗi.`;
  const { unitName, seq, reason } = broken;
  return `Nhật ký không nguyên vẹn: chuỗi của ${unitName}, bản ghi số ${seq} ${brokenLabels[reason]}.`;
}
