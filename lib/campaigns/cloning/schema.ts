import { z } from "zod";
import { createCampaignSchema, yearSchema } from "../schema";

export const cloneCampaignSchema = createCampaignSchema.extend({
  campaignId: z.uuid(),
  /** Whether its directives come along, as drafts. */
  directives: z.enum(["copy", "leave"]).catch("leave"),
});
export type CloneCampaign = z.infer<typeof cloneCampaignSchema>;

/** What `/campaigns/new` starts from. */
export const startingPointSchema = z.object({
  template: z.uuid().optional().catch(undefined),
  from: z.uuid().optional().catch(undefined),
  year: yearSchema.optional().catch(undefined),
});
export type StartingPoint = z.infer<typeof startingPointSchema>;
