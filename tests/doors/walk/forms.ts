import type { z } from "zod";
import type { ActionRow, AddressRow } from "./rows";
import { aFile, formOf, type Sample, sampleOf } from "./samples";
import { type Thing, things } from "./things";

type Schemas = Map<string, z.ZodType | null>;

export function thingOf(row: AddressRow | ActionRow, field: string): Thing | null {
  const name = row.on && field in row.on ? row.on[field] : field;
  return name && name in things ? (name as Thing) : null;
}

export function sampleFor(
  schemas: Schemas,
  name: string,
  row: ActionRow,
  places: Partial<Record<Thing, string>>,
): Sample {
  const schema = schemas.get(name);
  const sample = schema ? sampleOf(schema) : {};
  for (const [field, value] of Object.entries(row.sent ?? {})) {
    sample[field] = value === "pdf" ? aFile("thu-cua.pdf", PDF) : value;
  }
  for (const field of Object.keys(sample)) {
    const thing = thingOf(row, field);
    const id = thing && places[thing];
    if (id) sample[field] = Array.isArray(sample[field]) ? [id] : id;
  }
  const parsed = schema?.safeParse(sample);
  if (parsed && !parsed.success) {
    throw new Error(`the filling of ${name} does not pass its schema: ${parsed.error.message}`);
  }
  return sample;
}

export function formFor(
  schemas: Schemas,
  name: string,
  row: ActionRow,
  places: Partial<Record<Thing, string>>,
) {
  if ("form" in row && row.form) return formOf({ file: aFile("thu.csv", "a,b\n"), ...row.form });
  return formOf(sampleFor(schemas, name, row, places));
}

const PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
