export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

/** A quiet box of this tone: its ground, its words, its edge. */
export const toneBox: Record<Tone, string> = {
  neutral: "bg-neutral-bg text-neutral-ink border-neutral-line",
  info: "bg-info-bg text-info-ink border-info-line",
  success: "bg-success-bg text-success-ink border-success-line",
  warning: "bg-warning-bg text-warning-ink border-warning-line",
  danger: "bg-danger-bg text-danger-ink border-danger-line",
};

export const toneText: Record<Tone, string> = {
  neutral: "text-ink-muted",
  info: "text-info-ink",
  success: "text-success-ink",
  warning: "text-warning-ink",
  danger: "text-danger-ink",
};

/** The full colour, for bars and dots. */
export const toneFill: Record<Tone, string> = {
  neutral: "bg-neutral",
  info: "bg-info",
  success: "bg-success",
  warning: "bg-warning",
  danger: "bg-danger",
};
