export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

/** Each kind of notice and how loud it is. A new kind is named here first. */
export const noticeKinds = {
  "directive.recall": { label: "Thu hồi", tone: "danger" },
  "campaign.open": { label: "Đợt cao điểm", tone: "info" },
} as const satisfies Record<string, { label: string; tone: Tone }>;

export type NoticeKind = keyof typeof noticeKinds;

/** A kind written by a later version is shown plainly. */
export const noticeLabel = (kind: string): { label: string; tone: Tone } =>
  (noticeKinds as Record<string, { label: string; tone: Tone }>)[kind] ?? {
    label: "Thông báo",
    tone: "neutral",
  };
