import { z } from "zod";

export const createFeedSchema = z.object({ scope: z.enum(["person", "unit"]) });
export type CreateFeed = z.infer<typeof createFeedSchema>;

export const revokeFeedSchema = z.object({ feedId: z.uuid() });
export type RevokeFeed = z.infer<typeof revokeFeedSchema>;
