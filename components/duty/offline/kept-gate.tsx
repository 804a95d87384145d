"use client";

import { type ReactNode, use } from "react";
import { waiting } from "@/lib/offline/answers";
import type { KeptItem } from "@/lib/offline/outbox";
import { OutboxContext } from "./outbox-context";

type Props = {
  shiftId: string;
  /** What the device may keep of this shift: shown while it does, or while it does not. */
  type: KeptItem["type"];
  show: "while-kept" | "unless-kept";
  children: ReactNode;
};

/** The page is as old as the network: what was done since is known to the device alone. */
export function KeptGate({ shiftId, type, show, children }: Props) {
  const items = waiting(use(OutboxContext)?.items ?? []);
  const kept = items.some((item) => item.shiftId === shiftId && item.type === type);
  return kept === (show === "while-kept") ? children : null;
}
