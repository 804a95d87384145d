import type { RegisterKind } from "./schema";

export const registerLabels: Record<RegisterKind, string> = {
  outgoing: "Sổ đăng ký văn bản đi",
  follow_up: "Sổ theo dõi giải quyết văn bản đến",
};
