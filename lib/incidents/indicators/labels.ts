import type { IndicatorKind } from "./schema";

export const indicatorLabels: Record<IndicatorKind, string> = {
  ip: "Địa chỉ IP",
  domain: "Tên miền",
  url: "Đường dẫn",
  hash: "Mã băm",
  phone: "Số điện thoại",
  account: "Tài khoản",
};
