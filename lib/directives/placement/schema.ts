import { z } from "zod";

/** Into a campaign, or out of any with an empty choice. */
export const placeDirectiveSchema = z.object({
  directiveId: z.uuid(),
  campaignId: z.union([z.uuid(), z.literal("").transform(() => null)]),
});
export type PlaceDirective = z.infer<typeof placeDirectiveSchema>;
