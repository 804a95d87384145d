import type { UnfilledReason } from "./filling/rules";
import type { RosterState } from "./schema";

type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const rosterStateLabels: Record<RosterState, { text: string; tone: Tone }> = {
  draft: { text: "Dự thảo", tone: "neutral" },
  submitted: { text: "Gửi huyện xem trước", tone: "info" },
  published: { text: "Đã công bố", tone: "success" },
};

/** Once amended, the roster says so: `Đã điều chỉnh lần 2`. */
export const rosterStateOf = ({ state, edition }: { state: RosterState; edition: number }) =>
  state === "published" && edition > 1
    ? { text: `Đã điều chỉnh lần ${edition - 1}`, tone: "success" as const }
    : rosterStateLabels[state];

export const unfilledLabels: Record<UnfilledReason, string> = {
  nobody: "chưa có ai trong danh sách cho loại trực này",
  leave: "mọi người đều nghỉ",
  rest: "những người còn lại chưa đủ giờ nghỉ giữa hai ca",
};
