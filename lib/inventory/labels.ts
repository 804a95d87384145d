import type { ProductCategory } from "./schema";

export const categoryLabels: Record<ProductCategory, string> = {
  workstation: "Máy trạm",
  server: "Máy chủ",
  office: "Phần mềm văn phòng",
  browser: "Trình duyệt",
  network: "Thiết bị mạng",
  camera: "Camera",
  web: "Trang web",
  security: "Bảo vệ máy",
  other: "Khác",
};

/** What the audit trail calls each act. */
export const inventoryActions: Record<string, string> = {
  "inventory.save": "Kê khai máy và phần mềm",
  "inventory.add-system": "Thêm hệ thống thông tin",
  "inventory.edit-system": "Sửa hệ thống thông tin",
  "inventory.retire-system": "Bỏ hệ thống thông tin",
  "product.add": "Thêm sản phẩm vào danh mục",
  "product.retire": "Bỏ sản phẩm khỏi danh mục",
};
