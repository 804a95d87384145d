import { z } from "zod";

/** What can be written about a directive: itself, its recall, a nudge to those who owe reports. */
export const paperKinds = ["text", "recall", "reminder"] as const;
export type PaperKind = (typeof paperKinds)[number];

export const paperQuerySchema = z.object({ kind: z.enum(paperKinds).default("text") });
