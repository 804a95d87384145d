import { z } from "zod";
import { isLeftAlone } from "@/lib/directives/assignments/schema";
import { readIndicator } from "@/lib/incidents/indicators/rules";
import { parseLocal } from "@/lib/time";
import { advisorySeverities, CVE, INDICATORS_LIMIT, ITEMS_LIMIT, rhythms } from "../schema";

const words = (limit: number) =>
  z.string().trim().max(limit, `Dài nhất ${limit} ký tự.`).default("");

const file = z
  .instanceof(File)
  .optional()
  .transform((one) => (one && !isLeftAlone(one) ? one : undefined));

export const createAdvisorySchema = z
  .object({
    advisoryId: z.uuid(),
    text: z.string().max(400_000, "Văn bản dài quá 400.000 ký tự.").default(""),
    file,
    csaf: file,
  })
  .refine(({ text, file: document, csaf }) => text.trim() || document || csaf, {
    path: ["text"],
    message: "Dán nội dung cảnh báo hoặc chọn tệp.",
  });
export type CreateAdvisory = z.infer<typeof createAdvisorySchema>;

const list = z.array(z.string().trim()).max(ITEMS_LIMIT, `Nhiều nhất ${ITEMS_LIMIT} lỗ hổng.`);

/** The same row of each list is one item; a row left empty is none. */
const items = {
  itemCve: list.default([]),
  itemProduct: list.default([]),
  itemListed: list.default([]),
  itemSeverity: list.default([]),
  itemExploited: list.default([]),
  itemFix: list.default([]),
};

const itemSchema = z.object({
  cveId: z
    .string()
    .toUpperCase()
    .regex(CVE, "Mã lỗ hổng viết dạng CVE-2025-12345.")
    .or(z.literal("").transform(() => null)),
  product: z
    .string()
    .min(2, "Ghi sản phẩm của từng lỗ hổng.")
    .max(200, "Tên sản phẩm dài nhất 200 ký tự."),
  productId: z.uuid().or(z.literal("").transform(() => null)),
  severity: z.enum(advisorySeverities, "Chọn mức độ."),
  exploited: z.enum(["yes", "no"]).transform((answer) => answer === "yes"),
  fix: z.string().max(1000, "Cách khắc phục dài nhất 1000 ký tự."),
});

const indicatorLines = z
  .string()
  .max(200_000)
  .default("")
  .transform((text, ctx) => {
    const lines = text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    const read = lines.map((line) => ({ line, indicator: readIndicator(line, "auto") }));
    const wrong = read.filter(({ indicator }) => indicator === null);
    if (wrong.length > 0 || lines.length > INDICATORS_LIMIT) {
      const named = wrong.slice(0, 3).map(({ line }) => `“${line.slice(0, 60)}”`);
      ctx.addIssue({
        code: "custom",
        message:
          wrong.length > 0
            ? `Không đọc được dấu hiệu: ${named.join(", ")}.`
            : `Nhiều nhất ${INDICATORS_LIMIT} dấu hiệu.`,
      });
      return z.NEVER;
    }
    const unique = new Map(
      read.flatMap(({ indicator }) =>
        indicator
          ? [
              [
                `${indicator.kind}:${indicator.value}`,
                { kind: indicator.kind, value: indicator.value },
              ] as const,
            ]
          : [],
      ),
    );
    return [...unique.values()];
  });

const day = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2})?$/, "Ngày chưa đúng.")
  .refine((text) => text === "" || parseLocal(text) !== null, "Ngày chưa đúng.")
  .transform((text) => (text ? new Date(`${text}T00:00:00Z`) : null));

const instant = z
  .string()
  .default("")
  .transform((text, ctx) => {
    if (text === "") return null;
    const at = parseLocal(text);
    if (at) return at;
    ctx.addIssue({ code: "custom", message: "Ngày giờ chưa đúng." });
    return z.NEVER;
  });

export const saveAdvisorySchema = z
  .object({
    advisoryId: z.uuid(),
    version: z.coerce.number().int().min(1),
    intent: z.enum(["save", "send"]),
    issuer: words(200),
    number: words(60),
    issuedOn: day,
    subject: words(300),
    rhythm: z.enum(rhythms),
    dueAt: instant,
    request: words(4000),
    kindCodes: z.array(z.string().max(60)).max(100).default([]),
    ...items,
    indicators: indicatorLines,
    /** What is new, when it was sent before. */
    reason: words(1000),
  })
  .transform((form, ctx) => {
    const { itemCve, itemProduct, itemListed, itemSeverity, itemExploited, itemFix, ...rest } =
      form;
    const rows = itemCve.map((cveId, at) => ({
      cveId,
      product: itemProduct[at] ?? "",
      productId: itemListed[at] ?? "",
      severity: itemSeverity[at] ?? "",
      exploited: itemExploited[at] ?? "no",
      fix: itemFix[at] ?? "",
    }));
    const filled = rows.filter(({ cveId, product, fix }) => cveId || product || fix);
    const read = z.array(itemSchema).safeParse(filled);
    if (!read.success) {
      const issues = read.error.issues.slice(0, 3);
      for (const { path, message } of issues) {
        const row = Number(path[0]) + 1;
        ctx.addIssue({ code: "custom", path: ["items"], message: `Dòng ${row}: ${message}` });
      }
      return z.NEVER;
    }
    return { ...rest, items: read.data };
  });
export type SaveAdvisory = z.infer<typeof saveAdvisorySchema>;

export const discardAdvisorySchema = z.object({ advisoryId: z.uuid() });
export type DiscardAdvisory = z.infer<typeof discardAdvisorySchema>;
