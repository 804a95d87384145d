import { z } from "zod";
import { complaintKinds } from "../schema";

/** What may happen with a complaint on a day; what comes again is told apart. */
export const complaintEvents = [
  "received",
  "reopened",
  "handled",
  "passed",
  "rejected",
  "routed",
] as const;
export type ComplaintEvent = (typeof complaintEvents)[number];

export const comings: readonly ComplaintEvent[] = ["received", "reopened"];
export const endings: readonly ComplaintEvent[] = ["handled", "passed", "rejected", "routed"];

export const spans = [14, 30, 90] as const;
export const views = ["kind", "state"] as const;

export const figureFilterSchema = z.object({
  days: z.coerce
    .number()
    .pipe(z.literal([...spans]))
    .catch(30),
  by: z.enum(views).catch("kind"),
  kind: z.enum(complaintKinds).optional().catch(undefined),
  telco: z.uuid().optional().catch(undefined),
});
export type FigureFilter = z.infer<typeof figureFilterSchema>;
