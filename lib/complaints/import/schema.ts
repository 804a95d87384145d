import { z } from "zod";

/** What a file can tell of a complaint; who complained among it. */
export const importFields = [
  "receivedAt",
  "kind",
  "source",
  "content",
  "channel",
  "ownId",
  "state",
  "closedAt",
  "reason",
  "name",
  "phone",
  "address",
] as const;
export type ImportField = (typeof importFields)[number];

export const requiredFields: readonly ImportField[] = ["receivedAt", "kind", "source"];

/** Which column of the file, from 0, is which field. */
export const columnsSchema = z.partialRecord(
  z.enum(importFields),
  z.number().int().min(0).max(200),
);
export type Columns = z.infer<typeof columnsSchema>;

/** How a telco's files name what: `{ "source": "Số bị phản ánh" }` */
export const titlesSchema = z.partialRecord(z.enum(importFields), z.string()).catch({});
export type Titles = z.infer<typeof titlesSchema>;

export const ROWS_LIMIT = 200_000;

export const uploadImportSchema = z.object({
  importId: z.uuid(),
  file: z.instanceof(File, { message: "Chọn tệp .csv hoặc .xlsx." }),
});
export type UploadImport = z.infer<typeof uploadImportSchema>;

const column = z
  .union([z.literal("").transform(() => undefined), z.coerce.number().int().min(0).max(200)])
  .optional();

export const matchColumnsSchema = z.object({
  importId: z.uuid(),
  receivedAt: column,
  kind: column,
  source: column,
  content: column,
  channel: column,
  ownId: column,
  state: column,
  closedAt: column,
  reason: column,
  name: column,
  phone: column,
  address: column,
});
export type MatchColumns = z.infer<typeof matchColumnsSchema>;

export const ofImportSchema = z.object({ importId: z.uuid() });
export type OfImport = z.infer<typeof ofImportSchema>;
