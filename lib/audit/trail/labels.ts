import { advisoryActions, advisorySubjects } from "@/lib/advisories/trail/labels";
import { awarenessActions, awarenessSubjects } from "@/lib/awareness/trail/labels";
import { campaignRuleActions } from "@/lib/campaigns/trail/labels";
import { complaintActions } from "@/lib/complaints/labels";
import { directiveActions } from "@/lib/directives/trail/labels";
import { roleLabels } from "@/lib/identity/labels";
import { signInActions } from "@/lib/identity/sign-in/labels";
import { incidentActions } from "@/lib/incidents/trail/labels";
import { noticeActions, noticeSubjects } from "@/lib/notifications/trail/labels";
import { reportActions, reportSubjects } from "@/lib/reports/trail/labels";
import type { BrokenLink } from "../verify";

/** What was done, as a person would say it. An action not named here is shown as it is. */
export const actionLabels: Record<string, string> = {
  ...directiveActions,
  "demo.load": "Nạp dữ liệu mẫu",
  "assignment.ask-extension": "Xin gia hạn",
  "assignment.grant-extension": "Đồng ý gia hạn",
  "assignment.refuse-extension": "Không gia hạn",
  "periodic.report": "Báo cáo định kỳ",
  "periodic.nil": "Báo cáo định kỳ: không phát sinh",
  "periodic.raise-missing": "Báo động thiếu báo cáo định kỳ",
  "unit-call.record": "Gọi điện đôn đốc",
  "unit-call.note": "Ghi kết quả cuộc gọi",
  "reminder-ladder.create": "Thêm bộ nhắc",
  "reminder-ladder.update": "Sửa bộ nhắc",
  "reminder-ladder.use-by-default": "Đổi bộ nhắc mặc định",
  "reminder-rule.add": "Thêm bậc nhắc",
  "reminder-rule.update": "Sửa bậc nhắc",
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
  "quick-report.set-times": "Đặt giờ báo cáo nhanh",
  "quick-report.report": "Gửi báo cáo nhanh",
  "quick-report.nil": "Báo cáo nhanh: không phát sinh",
  "quick-report.correct": "Đính chính báo cáo nhanh",
  "quick-report.raise-missing": "Báo động thiếu báo cáo nhanh",
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
  ...signInActions,
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
  ...campaignRuleActions,
  ...awarenessActions,
  ...noticeActions,
  ...reportActions,
  ...incidentActions,
  ...advisoryActions,
  ...complaintActions,
};

export const subjectLabels: Record<string, string> = {
  ...noticeSubjects,
  demo: "Dữ liệu mẫu",
  directive: "Văn bản",
  assignment: "Nhiệm vụ của đơn vị",
  reminder: "Đôn đốc",
  "unit-call": "Cuộc gọi",
  "reminder-ladder": "Bộ nhắc",
  "reminder-rule": "Bậc nhắc",
  notice: "Thông báo",
  system: "Hệ thống",
  roster: "Lịch trực",
  shift: "Ca trực",
  swap: "Đổi ca",
  "duty-person": "Người trực",
  "duty-alert": "Cảnh báo ca trực",
  "quick-report": "Báo cáo nhanh",
  "calendar-feed": "Địa chỉ lịch",
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
  ...awarenessSubjects,
  ...reportSubjects,
  incident: "Sự cố",
  "incident-rule": "Quy định về sự cố",
  "incident-warning": "Cảnh báo nhanh",
  drill: "Diễn tập",
  ...advisorySubjects,
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
  times: "Giờ báo cáo",
  late: "Muộn",
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
  complaints: "Số phản ánh",
  days: "Số ngày",
  hours: "Số giờ",
  key: "Khóa",
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
