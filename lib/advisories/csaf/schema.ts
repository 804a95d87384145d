import { z } from "zod";

const branch: z.ZodType<Branch> = z.lazy(() =>
  z.object({
    product: z.object({ product_id: z.string(), name: z.string() }).optional(),
    branches: z.array(branch).optional(),
  }),
);
type Branch = {
  product?: { product_id: string; name: string };
  branches?: Branch[];
};

/** What is taken from a CSAF 2.0 document, after the standard's own schema and tests passed it. */
export const csafContentSchema = z.object({
  document: z.object({
    title: z.string(),
    publisher: z.object({ name: z.string() }),
    tracking: z.object({
      id: z.string(),
      version: z.string(),
      current_release_date: z.string(),
    }),
    aggregate_severity: z.object({ text: z.string() }).optional(),
  }),
  product_tree: z
    .object({
      full_product_names: z
        .array(z.object({ product_id: z.string(), name: z.string() }))
        .optional(),
      branches: z.array(branch).optional(),
      relationships: z
        .array(
          z.object({
            full_product_name: z.object({ product_id: z.string(), name: z.string() }),
          }),
        )
        .optional(),
    })
    .optional(),
  vulnerabilities: z
    .array(
      z.object({
        cve: z.string().optional(),
        title: z.string().optional(),
        product_status: z
          .object({
            known_affected: z.array(z.string()).optional(),
            first_affected: z.array(z.string()).optional(),
            last_affected: z.array(z.string()).optional(),
          })
          .optional(),
        remediations: z
          .array(
            z.object({ category: z.string(), details: z.string(), url: z.string().optional() }),
          )
          .optional(),
        scores: z
          .array(
            z.object({
              cvss_v3: z.object({ baseScore: z.number() }).optional(),
              cvss_v2: z.object({ baseScore: z.number() }).optional(),
            }),
          )
          .optional(),
        threats: z.array(z.object({ category: z.string(), details: z.string() })).optional(),
      }),
    )
    .default([]),
});
export type CsafContent = z.infer<typeof csafContentSchema>;
