import { z } from "zod";
import { parseLocal } from "@/lib/time";
import { internalAddressesIn, publicAddressesIn } from "../addresses/rules";
import { type ReportKind, reportKinds } from "../schema";
import { type FormField, fieldsOf } from "./fields/schema";

/** A form as it was filled: words, ticked options, moments as ISO times. */
export type FormContent = Record<string, string | string[]>;

const LONG = 6_000;
const LINE = 500;

/** No address of the inside of a network leaves in a report, wherever in its words it stands. */
const words = (field: FormField) =>
  z
    .string()
    .trim()
    .max(field.input === "long" ? LONG : LINE, "Nội dung quá dài.")
    .refine((text) => !field.required || text.length > 0, `Ghi ${small(field.label)}.`)
    .superRefine((text, ctx) => {
      const inner = internalAddressesIn(text);
      if (inner.length > 0) ctx.addIssue({ code: "custom", message: innerWords(inner) });
    })
    // What was not sent at all is empty, and judged as such.
    .prefault("");

const innerWords = (inner: string[]) =>
  `${inner.join(", ")} là địa chỉ IP nội bộ, không đưa vào báo cáo. Bỏ đi hoặc ghi IP công khai.`;

const small = (label: string) => label.charAt(0).toLocaleLowerCase("vi") + label.slice(1);

function schemaOf(field: FormField): z.ZodType<string | string[]> {
  const values = (field.options ?? []).map(({ value }) => value);
  const missing = `Chọn ${small(field.label)}.`;
  switch (field.input) {
    case "phone":
      return words(field).refine(
        (text) => text === "" || /^[+\d][\d .,;-]{6,60}$/.test(text),
        "Số điện thoại gồm 7 đến 15 chữ số.",
      );
    case "email":
      return words(field).refine(
        (text) => text === "" || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
        "Email chưa đúng, ví dụ ten@langson.gov.vn.",
      );
    case "moment":
      return z.string("Chọn ngày giờ.").transform((text, ctx) => {
        const at = parseLocal(text);
        if (at) return at.toISOString();
        ctx.addIssue({ code: "custom", message: "Chọn ngày giờ." });
        return z.NEVER;
      });
    case "one":
      return z
        .string()
        .refine((value) => values.includes(value) || (!field.required && value === ""), missing)
        .prefault("");
    case "many":
      return z
        .array(z.string().refine((value) => values.includes(value), missing))
        .refine((chosen) => !field.required || chosen.length > 0, missing)
        .prefault([]);
    case "addresses":
      return words(field).transform((text, ctx) => {
        const read = publicAddressesIn(text);
        if (Array.isArray(read)) return read.join("\n");
        ctx.addIssue({ code: "custom", message: `“${read.wrong}” không phải địa chỉ IP.` });
        return z.NEVER;
      });
    default:
      return words(field);
  }
}

const sent = (kind: ReportKind) =>
  z.object({
    incidentId: z.uuid(),
    requestId: z.uuid(),
    kind: z.literal(kind),
    reference: z
      .string()
      .trim()
      .max(100, "Dài nhất 100 ký tự.")
      .regex(/^$|^\d{1,11}\/\S{1,60}$/, "Ghi như 05/BC-UBND, hoặc để trống.")
      .default(""),
    content: z.never().optional(),
    ...Object.fromEntries(fieldsOf(kind).map((field) => [field.name, schemaOf(field)])),
  });

/** A report of any kind as its form sends it. */
export const sendReportSchema = z
  .discriminatedUnion("kind", [
    sent("notice"),
    sent("initial"),
    sent("cause"),
    sent("progress"),
    sent("closing"),
  ])
  .transform(({ incidentId, requestId, kind, reference, ...rest }) => ({
    incidentId,
    requestId,
    kind,
    reference,
    content: rest as FormContent,
  }));

export const reportKindSchema = z.enum(reportKinds);
