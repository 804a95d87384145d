import type { RequestAct, RequestResult, RequestState } from "./schema";

type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const actLabels: Record<RequestAct, string> = {
  block_number: "Chặn số, đầu số, tên định danh",
  block_domain: "Chặn tên miền",
  block_ip: "Chặn địa chỉ IP",
  block_page: "Chặn trang, tài khoản",
};

export const resultLabels: Record<RequestResult, string> = {
  done: "Đã thực hiện",
  partly: "Thực hiện một phần",
  not_possible: "Không thực hiện được",
};

export const requestLabels: Record<RequestState, { text: string; tone: Tone }> = {
  on_time: { text: "Đúng hạn", tone: "success" },
  late: { text: "Trả lời muộn", tone: "warning" },
  missing: { text: "Quá hạn chưa trả lời", tone: "danger" },
  waiting: { text: "Chờ trả lời", tone: "info" },
};
