import { inventoryActions } from "@/lib/inventory/labels";

/** What the audit trail calls each act on advisories and sweeps, and what they are done to. */
export const advisoryActions: Record<string, string> = {
  "advisory.create": "Nhập cảnh báo",
  "advisory.save": "Sửa dự thảo cảnh báo",
  "advisory.discard": "Bỏ dự thảo cảnh báo",
  "advisory.send": "Phát cảnh báo",
  "advisory.reissue": "Phát bản mới của cảnh báo",
  "advisory.see": "Xem cảnh báo",
  "advisory.answer": "Báo cáo xử lý cảnh báo",
  "advisory.not-applicable": "Trả lời không áp dụng",
  "advisory.accept-risk": "Chấp nhận rủi ro",
  "advisory.name-owner": "Cử người chịu trách nhiệm",
  "advisory.review": "Huyện xác nhận xử lý cảnh báo",
  "advisory.send-back": "Huyện yêu cầu xử lý lại cảnh báo",
  "advisory.expire-risks": "Hết hạn chấp nhận rủi ro",
  "known-exploited.load": "Nạp danh mục lỗ hổng bị khai thác",
  ...inventoryActions,
  "sweep.open": "Mở vòng rà soát",
  "sweep.file": "Báo cáo rà soát",
  "sweep.correct": "Đính chính báo cáo rà soát",
};

export const advisorySubjects: Record<string, string> = {
  advisory: "Cảnh báo",
  "known-exploited": "Danh mục lỗ hổng bị khai thác",
  "sweep-round": "Vòng rà soát",
  "information-system": "Hệ thống thông tin",
  product: "Sản phẩm",
};
