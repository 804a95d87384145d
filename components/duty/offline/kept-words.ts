import { logLabels } from "@/lib/duty/log/labels";
import type { KeptItem } from "@/lib/offline/outbox";

const logTexts = new Map(Object.entries(logLabels));

/** What sort of thing it is: `Nhận ca`, `Cuộc gọi, tin báo`. */
export function kindWords({ type, data }: KeptItem) {
  if (type === "check_in") return data.kind === "mid" ? "Điểm danh giữa ca" : "Nhận ca";
  if (type === "hand_over") return "Bàn giao ca";
  const kind = logTexts.get(data.kind ?? "")?.text ?? "Ghi sổ trực";
  return data.correctsId ? `Đính chính · ${kind}` : kind;
}

/** What the person wrote. */
export const writtenWords = ({ data }: KeptItem) => data.text || data.points || "";

/** What to do about a refusal. */
export function nextStepWords({ type }: KeptItem) {
  if (type === "check_in")
    return "Nếu bạn vẫn đang trực ca này, gọi lãnh đạo đơn vị để được nhận ca thay. Sau đó bỏ mục này.";
  return "Sao chép nội dung, mở đúng ca đang trực và ghi lại. Sau đó bỏ mục này.";
}
