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

type Outcome = {
  assigned: number;
  unfilled: { reason: UnfilledReason }[];
  unmetWishes: string[];
};

/** What the filler did, what it left and whose wish it could not keep, in sentences. */
export function fillingWords({ assigned, unfilled, unmetWishes }: Outcome) {
  const reasons = [...new Set(unfilled.map(({ reason }) => unfilledLabels[reason]))];
  const names = [...new Set(unmetWishes)];
  return [
    assigned > 0 ? `Đã xếp ${assigned} ca.` : "Không xếp thêm được ca nào.",
    ...(unfilled.length > 0 ? [`Còn ${unfilled.length} ca trống vì ${reasons.join("; ")}.`] : []),
    ...(names.length > 0 ? [`Chưa giữ được nguyện vọng của: ${names.join(", ")}.`] : []),
  ].join(" ");
}
