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
  "directive.recall": "Thu hồi văn bản",
  "directive.agree-recall": "Đồng ý thu hồi",
  "directive.refuse-recall": "Từ chối thu hồi",
  "directive.replace": "Soạn văn bản thay thế",
  "directive.return-receipt": "Đơn vị trả lại văn bản",
  "directive.release-unit": "Đồng ý để đơn vị trả lại",
  "directive.resend": "Giao lại văn bản",
  "directive.ask": "Hỏi về văn bản",
  "directive.answer": "Trả lời đơn vị",
  "directive.share-answer": "Công khai câu trả lời",
  "directive.unshare-answer": "Thôi công khai câu trả lời",
  "directive.link-document": "Gắn văn bản triển khai",
  "directive.unlink-document": "Gỡ văn bản triển khai",
  "assignment.ask-extension": "Xin gia hạn",
  "assignment.grant-extension": "Đồng ý gia hạn",
  "assignment.refuse-extension": "Không gia hạn",
  "periodic.report": "Báo cáo định kỳ",
  "periodic.nil": "Báo cáo định kỳ: không phát sinh",
  "periodic.raise-missing": "Báo động thiếu báo cáo định kỳ",
  "directive.remind": "Đôn đốc",
  "directive.remind-by-rule": "Nhắc tự động theo bậc",
  "directive.choose-ladder": "Chọn bộ nhắc tự động",
  "unit-call.record": "Gọi điện đôn đốc",
  "unit-call.note": "Ghi kết quả cuộc gọi",
  "reminder-ladder.create": "Thêm bộ nhắc",
  "reminder-ladder.update": "Sửa bộ nhắc",
  "reminder-ladder.use-by-default": "Đổi bộ nhắc mặc định",
  "reminder-rule.add": "Thêm bậc nhắc",
  "reminder-rule.update": "Sửa bậc nhắc",
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
  "person.invite": "Cấp liên kết một lần",
  "person.import": "Nhập tài khoản từ tệp",
  "invitation.revoke": "Thu hồi liên kết một lần",
  "invitation.accept": "Đặt mật khẩu qua liên kết một lần",
  "person.update": "Sửa tài khoản",
  "person.disable": "Khóa tài khoản",
  "person.enable": "Mở khóa tài khoản",
  "unit.create": "Thêm đơn vị",
  "unit.update": "Sửa đơn vị",
  "unit.close": "Kết thúc đơn vị",
  "unit.reopen": "Khôi phục đơn vị",
  "unit.import": "Nhập danh sách đơn vị",
  "reorganisation.apply": "Áp dụng phương án sắp xếp đơn vị",
  "reorganisation.undo": "Hoàn tác sắp xếp đơn vị",
  "unit-kind.create": "Thêm loại đơn vị",
  "unit-kind.update": "Sửa loại đơn vị",
  "recipient-group.create": "Thêm nhóm nhận",
  "recipient-group.update": "Sửa nhóm nhận",
  "recipient-group.delete": "Xóa nhóm nhận",
  "filter.save": "Lưu bộ lọc",
  "filter.rename": "Đổi tên bộ lọc",
  "filter.delete": "Xóa bộ lọc",
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
  "unit-call": "Cuộc gọi",
  "reminder-ladder": "Bộ nhắc",
  "reminder-rule": "Bậc nhắc",
  notice: "Thông báo",
  system: "Hệ thống",
  file: "Tệp",
  session: "Phiên đăng nhập",
  user: "Tài khoản",
  unit: "Đơn vị",
  reorganisation: "Sắp xếp đơn vị",
  invitation: "Liên kết mời",
  "people-file": "Tệp tài khoản",
  "unit-kind": "Loại đơn vị",
  "unit-file": "Tệp đơn vị",
  "recipient-group": "Nhóm nhận",
  "saved-filter": "Bộ lọc đã lưu",
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
  replacement: "Văn bản thay thế",
  askedUntil: "Xin lùi tới",
  dueAt: "Hạn mới",
  period: "Kỳ báo cáo",
  late: "Muộn",
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
  ended: "Thôi hoạt động",
  effectiveOn: "Ngày hiệu lực",
  people: "Số người",
  receipts: "Số văn bản",
  reminders: "Số lời nhắc",
  groups: "Số nhóm nhận",
  expiresAt: "Hết hạn lúc",
  updated: "Cập nhật",
  unchanged: "Không đổi",
  newKinds: "Loại mới",
  username: "Tên đăng nhập",
  role: "Vai trò",
  unitId: "Đơn vị",
  unit: "Đơn vị",
  result: "Kết quả",
  again: "Gọi lại",
  when: "Thời điểm",
  ladder: "Bộ nhắc",
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
  result: { reached: "Đã gặp", no_answer: "Không nghe máy", call_back: "Hẹn gọi lại" },
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
