import type { personSorts, personStates } from "./schema";

export const personStateLabels: Record<(typeof personStates)[number], string> = {
  active: "Đang dùng",
  disabled: "Đã khóa",
  all: "Tất cả",
};

export const personSortLabels: Record<(typeof personSorts)[number], string> = {
  unit: "Theo đơn vị",
  name: "Theo tên",
  recent: "Mới dùng trước",
};
