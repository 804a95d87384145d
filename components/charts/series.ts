/** One colour of a picture; `line` runs over the bars and is not stacked on them. */
export type Series = { key: string; label: string; colour: SeriesColour; line?: boolean };

export type SeriesPoint = { label: string; values: Record<string, number> };

export type SeriesColour =
  | "accent"
  | "info"
  | "success"
  | "warning"
  | "danger"
  | "blossom"
  | "neutral";

/** As the theme has it, by day and by night. */
export const colourOf = (colour: SeriesColour) => `var(--color-${colour})`;
