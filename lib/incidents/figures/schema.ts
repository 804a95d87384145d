import { z } from "zod";
import { daySchema } from "@/lib/campaigns/schema";

export const figuresFilterSchema = z.object({
  from: daySchema.optional().catch(undefined),
  to: daySchema.optional().catch(undefined),
});
export type FiguresFilter = z.infer<typeof figuresFilterSchema>;
