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
  "directive.place": "Xếp văn bản vào đợt cao điểm",
  "assignment.assign": "Phân công cán bộ",
  "assignment.report": "Báo cáo kết quả",
  "assignment.progress": "Báo cáo tiến độ",
  "assignment.result": "Báo cáo kết quả",
  "assignment.nil": "Báo cáo không phát sinh",
  "assignment.accept": "Chấp nhận kết quả",
  "assignment.send-back": "Yêu cầu làm lại",
  "reminder.see": "Đã xem đôn đốc",
  "notice.see": "Đã xem thông báo",
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
  "campaign.create": "Lập đợt cao điểm",
  "campaign.clone": "Nhân bản đợt cao điểm",
  "campaign.save": "Sửa đợt cao điểm",
  "campaign.open": "Mở đợt cao điểm",
  "campaign.close": "Kết thúc đợt cao điểm",
  "campaign.reopen": "Mở lại đợt cao điểm",
  "campaign.discard": "Xóa đợt cao điểm",
  "campaign.lesson": "Ghi bài học của đợt",
  "campaign.lesson-remove": "Bỏ bài học của đợt",
  "campaign-template.create": "Thêm mẫu đợt cao điểm",
  "campaign-template.save": "Sửa mẫu đợt cao điểm",
  "campaign-template.delete": "Xóa mẫu đợt cao điểm",
  "public-holiday.create": "Thêm ngày nghỉ lễ",
  "public-holiday.save": "Sửa ngày nghỉ lễ",
  "public-holiday.delete": "Xóa ngày nghỉ lễ",
  "deadline-rule.create": "Thêm quy tắc hạn",
  "deadline-rule.save": "Sửa quy tắc hạn",
  "deadline-rule.delete": "Xóa quy tắc hạn",
};

export const subjectLabels: Record<string, string> = {
  directive: "Văn bản",
  assignment: "Nhiệm vụ của đơn vị",
  reminder: "Đôn đốc",
  notice: "Thông báo",
  file: "Tệp",
  session: "Phiên đăng nhập",
  user: "Tài khoản",
  unit: "Đơn vị",
  "unit-kind": "Loại đơn vị",
  "unit-file": "Tệp đơn vị",
  "recipient-group": "Nhóm nhận",
  campaign: "Đợt cao điểm",
  "campaign-template": "Mẫu đợt cao điểm",
  "public-holiday": "Ngày nghỉ lễ",
  "deadline-rule": "Quy tắc hạn",
};

const detailLabels: Record<string, string> = {
  number: "Số",
  symbol: "Ký hiệu",
  issuedOn: "Ngày ban hành",
  subject: "Trích yếu",
  units: "Số đơn vị",
  campaign: "Đợt cao điểm",
  from: "Từ đợt",
  directives: "Số văn bản",
  source: "Nguồn",
  firstOn: "Từ ngày",
  assignments: "Số nhiệm vụ",
  openAssignments: "Nhiệm vụ còn dở",
  version: "Bản",
  reason: "Lý do",
  message: "Lời nhắc",
  contactName: "Cán bộ đầu mối",
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
