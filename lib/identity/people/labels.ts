import type { personStates } from "./schema";

export const personStateLabels: Record<(typeof personStates)[number], string> = {
  active: "Đang dùng",
  disabled: "Đã khóa",
  all: "Tất cả",
};
