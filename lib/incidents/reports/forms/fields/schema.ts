import type { ReportKind } from "../../schema";

/** `line` and `long` are words, `moment` a day with its hour, `one` and `many` are chosen from options. */
export type FormField = {
  name: string;
  label: string;
  input: "line" | "long" | "phone" | "email" | "moment" | "one" | "many" | "addresses";
  /** Marked (*) in the form; all others may be left out where they are not known. */
  required?: true;
  hint?: string;
  options?: readonly { value: string; label: string }[];
};
export type FormSection = { title: string; fields: readonly FormField[] };

const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const organisation: FormSection = {
  title: "Tổ chức báo cáo",
  fields: [
    { name: "reporterName", label: "Tên tổ chức báo cáo", input: "line", required: true },
    { name: "reporterAddress", label: "Địa chỉ", input: "line", required: true },
    { name: "reporterPhone", label: "Điện thoại", input: "phone", required: true },
    { name: "reporterEmail", label: "Email", input: "email", required: true },
  ],
};

const contact: FormSection = {
  title: "Người liên hệ",
  fields: [
    { name: "contactName", label: "Họ và tên", input: "line", required: true },
    { name: "contactTitle", label: "Chức vụ", input: "line" },
    { name: "contactPhone", label: "Điện thoại người liên hệ", input: "phone", required: true },
    { name: "contactEmail", label: "Email người liên hệ", input: "email", required: true },
  ],
};

const levels = options({
  1: "Cấp độ 1",
  2: "Cấp độ 2",
  3: "Cấp độ 3",
  4: "Cấp độ 4",
  5: "Cấp độ 5",
});

const systemFields: FormField[] = [
  { name: "operator", label: "Đơn vị vận hành hệ thống", input: "line", required: true },
  { name: "owner", label: "Cơ quan chủ quản", input: "line" },
  { name: "systemName", label: "Tên hệ thống bị sự cố", input: "line" },
  { name: "level", label: "Cấp độ hệ thống", input: "one", options: levels },
];

const detectedAt: FormField = {
  name: "detectedAt",
  label: "Thời điểm phát hiện",
  input: "moment",
  required: true,
};

/** On the paper itself: where it goes, where it is signed and by whom. */
const dispatch: FormSection = {
  title: "Gửi và ký",
  fields: [
    {
      name: "recipients",
      label: "Nơi nhận báo cáo",
      input: "long",
      required: true,
      hint: "Mỗi nơi một dòng.",
    },
    { name: "place", label: "Địa danh trên văn bản", input: "line" },
    { name: "signerPosition", label: "Chức vụ người ký", input: "line" },
    { name: "signerName", label: "Họ tên người ký", input: "line" },
  ],
};

const attachments = options({
  logs: "Nhật ký hệ thống",
  samples: "Mẫu mã độc",
  progress: "Báo cáo diễn biến",
  plan: "Phương án ứng cứu",
  other: "Tài liệu khác",
});

const told: FormField = {
  name: "situation",
  label: "Diễn biến, tình hình",
  input: "long",
  required: true,
};
const proposals: FormField = {
  name: "proposals",
  label: "Kiến nghị, đề xuất hỗ trợ",
  input: "long",
};

/** TT 20/2017/TT-BTTTT, Mẫu 03. */
const initial: FormSection[] = [
  organisation,
  contact,
  {
    title: "Thông tin chung về hệ thống",
    fields: [
      ...systemFields,
      {
        name: "securityProvider",
        label: "Tổ chức cung cấp dịch vụ an toàn thông tin",
        input: "line",
      },
      { name: "networkProvider", label: "Nhà cung cấp dịch vụ kết nối bên ngoài", input: "line" },
    ],
  },
  {
    title: "Thông tin về sự cố",
    fields: [
      {
        name: "summary",
        label: "Mô tả sơ bộ về sự cố",
        input: "long",
        required: true,
        hint: "Tấn công đã xảy ra chưa, nguy cơ gián đoạn, dữ liệu nhạy cảm, ai bị ảnh hưởng.",
      },
      detectedAt,
      {
        name: "status",
        label: "Hiện trạng sự cố",
        input: "one",
        required: true,
        options: options({ handled: "Đã được xử lý", open: "Chưa được xử lý" }),
      },
      {
        name: "detection",
        label: "Cách thức phát hiện",
        input: "many",
        required: true,
        options: options({
          ids: "Qua hệ thống phát hiện xâm nhập",
          logs: "Kiểm tra dữ liệu lưu lại (log)",
          told: "Nhận được thông báo",
          other: "Khác",
        }),
      },
      {
        name: "detectionNote",
        label: "Phát hiện: nhận thông báo từ đâu, cách khác",
        input: "line",
      },
      {
        name: "notified",
        label: "Đã gửi thông báo sự cố cho",
        input: "many",
        required: true,
        options: options({
          members: "Thành viên mạng lưới ứng cứu sự cố",
          isp: "Nhà cung cấp dịch vụ Internet (ISP)",
          coordinator: "Cơ quan điều phối",
          none: "Chưa gửi nơi nào",
        }),
      },
    ],
  },
  {
    title: "Hệ thống xảy ra sự cố",
    fields: [
      { name: "operatingSystem", label: "Hệ điều hành, phiên bản", input: "line" },
      {
        name: "services",
        label: "Dịch vụ có trên hệ thống",
        input: "many",
        options: options({
          web: "Web server",
          mail: "Mail server",
          database: "Database server",
          other: "Dịch vụ khác",
        }),
      },
      {
        name: "protections",
        label: "Biện pháp an toàn thông tin đã triển khai",
        input: "many",
        options: options({
          antivirus: "Antivirus",
          firewall: "Firewall",
          ids: "Hệ thống phát hiện xâm nhập",
          other: "Biện pháp khác",
        }),
      },
      {
        name: "addresses",
        label: "Địa chỉ IP công khai của hệ thống",
        input: "addresses",
        hint: "Không liệt kê địa chỉ IP nội bộ. Mỗi địa chỉ một dòng.",
      },
      { name: "domains", label: "Tên miền của hệ thống", input: "line" },
      { name: "purpose", label: "Mục đích chính sử dụng hệ thống", input: "line" },
    ],
  },
  {
    title: "Kèm theo và đề xuất",
    fields: [
      { name: "attached", label: "Thông tin gửi kèm", input: "many", options: attachments },
      {
        name: "confidential",
        label: "Các thông tin cung cấp phải được giữ bí mật",
        input: "one",
        options: options({ yes: "Có", no: "Không" }),
      },
      proposals,
    ],
  },
  dispatch,
];

/** TT 20/2017/TT-BTTTT, Mẫu 04. */
const closing: FormSection[] = [
  organisation,
  {
    title: "Hệ thống và sự cố",
    fields: [
      { name: "initialReference", label: "Số, ký hiệu, ngày báo cáo ban đầu", input: "line" },
      ...systemFields,
      { name: "summary", label: "Tên, mô tả sự cố", input: "long", required: true },
      detectedAt,
    ],
  },
  {
    title: "Kết quả xử lý",
    fields: [
      { name: "cause", label: "Nguyên nhân, điều đã xảy ra", input: "long", required: true },
      { name: "result", label: "Kết quả xử lý", input: "long", required: true },
      {
        name: "lessons",
        label: "Bài học, biện pháp giảm nguy cơ lặp lại",
        input: "long",
        required: true,
      },
      { name: "attached", label: "Tài liệu đính kèm", input: "many", options: attachments },
    ],
  },
  dispatch,
];

/** The law gives no form for these: what they are to say, in the order it names it. */
const progress: FormSection[] = [
  organisation,
  { title: "Hệ thống", fields: [...systemFields, detectedAt] },
  {
    title: "Diễn biến",
    fields: [
      told,
      { name: "measures", label: "Biện pháp đã và đang thực hiện", input: "long", required: true },
      { name: "next", label: "Việc tiếp theo, dự kiến hoàn thành", input: "long" },
      proposals,
    ],
  },
  dispatch,
];

const cause: FormSection[] = [
  organisation,
  { title: "Hệ thống", fields: [...systemFields, detectedAt] },
  {
    title: "Nguyên nhân, phạm vi, biện pháp",
    fields: [
      { name: "cause", label: "Nguyên nhân", input: "long", required: true },
      { name: "scope", label: "Phạm vi ảnh hưởng", input: "long", required: true },
      { name: "measures", label: "Biện pháp khắc phục", input: "long", required: true },
      proposals,
    ],
  },
  dispatch,
];

const notice: FormSection[] = [
  organisation,
  { title: "Hệ thống", fields: systemFields },
  {
    title: "Sự cố",
    fields: [
      { name: "summary", label: "Mô tả sự cố", input: "long", required: true },
      detectedAt,
      { name: "result", label: "Kết quả xử lý đến nay", input: "long" },
      proposals,
    ],
  },
  dispatch,
];

export const reportForms: Record<ReportKind, FormSection[]> = {
  notice,
  initial,
  cause,
  progress,
  closing,
};

export const fieldsOf = (kind: ReportKind) => reportForms[kind].flatMap(({ fields }) => fields);
