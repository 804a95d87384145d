import { z } from "zod";
import type { Channel } from "../choices/schema";

/** After so many attempts it is given up, with the reason shown to an administrator. */
export const MOST_ATTEMPTS = 8;

/** News older than this is not sent any more: whoever was away reads it in the app. */
export const STALE_HOURS = 24;

/** Everything a channel needs of one claimed delivery. */
export type Claimed = {
  id: string;
  channel: Channel;
  urgent: boolean;
  attempts: number;
  noticeId: string;
  kind: string;
  title: string;
  body: string;
  at: Date;
  /** The notice is about a case that only few may know of. */
  restricted: boolean;
  person: { name: string; address: string | null; phone: string | null; unit: string };
  browser: { endpoint: string; p256dh: string; auth: string } | null;
  gateway: { id: string; url: string; secretSealed: string } | null;
};

/** What came of one attempt. */
export type Outcome =
  | { is: "sent" }
  /** The receiver has it for certain not; `final`: asking again is of no use. */
  | { is: "refused"; reason: string; final: boolean; waitMs?: number }
  /** Handed over whole, and no answer. */
  | { is: "unanswered"; reason: string }
  /** The browser or the gateway is no more. */
  | { is: "gone"; reason: string };

export const deliveryIdSchema = z.object({ deliveryId: z.uuid() });
export type DeliveryId = z.infer<typeof deliveryIdSchema>;

export const pauseChannelSchema = z.object({ channel: z.enum(["email", "push", "webhook"]) });
export type PauseChannel = z.infer<typeof pauseChannelSchema>;
