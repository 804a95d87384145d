import { z } from "zod";

export const draftReplacementSchema = z.object({ directiveId: z.uuid(), requestId: z.uuid() });
export type DraftReplacement = z.infer<typeof draftReplacementSchema>;
