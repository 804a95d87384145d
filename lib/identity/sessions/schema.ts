import { z } from "zod";

export const revokeSessionSchema = z.object({ sessionId: z.uuid() });
export type RevokeSession = z.infer<typeof revokeSessionSchema>;

/** For actions whose button is all they send. */
export const nothingSchema = z.object({});
