import { z } from "zod";

export const indicatorKinds = ["ip", "domain", "url", "hash", "phone", "account"] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

export const INDICATORS_AT_ONCE = 50;

export const addIndicatorsSchema = z.object({
  incidentId: z.uuid(),
  /** `auto`: told from how each is written. */
  kind: z.enum(["auto", ...indicatorKinds]).default("auto"),
  text: z
    .string()
    .transform((text) =>
      text
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .pipe(
      z
        .array(z.string().max(2000, "Có dòng quá dài."))
        .min(1, "Ghi ít nhất một dấu hiệu.")
        .max(INDICATORS_AT_ONCE, `Mỗi lần nhiều nhất ${INDICATORS_AT_ONCE} dòng.`),
    ),
  note: z.string().trim().max(300, "Dài nhất 300 ký tự.").default(""),
});
export type AddIndicators = z.infer<typeof addIndicatorsSchema>;
