import { createContext } from "react";
import type { FormAction } from "@/lib/form-state";
import type { KeptItem } from "@/lib/offline/outbox";
import type { Sending } from "@/lib/offline/sending";

export type Outbox = {
  /** Whose this page is. */
  person: string;
  /** What this person's device keeps, waiting and refused, in order. */
  items: readonly KeptItem[];
  online: boolean;
  /** How the last sending ended. */
  sending: Sending;
  deliver: (type: KeptItem["type"], action: FormAction) => FormAction;
  drop: (seq: number) => Promise<void>;
  sendNow: () => void;
};

/** Null where nobody keeps watch, and before the page's script has come. */
export const OutboxContext = createContext<Outbox | null>(null);
