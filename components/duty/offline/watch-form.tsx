"use client";

import { type ComponentProps, use } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { KeptItem } from "@/lib/offline/outbox";
import { OutboxContext } from "./outbox-context";

type Props = Omit<ComponentProps<typeof ActionForm>, "deliver"> & { type: KeptItem["type"] };

/** A form of the watch: without network the device keeps what it says and sends it later. */
export function WatchForm({ type, action, ...form }: Props) {
  const outbox = use(OutboxContext);
  return <ActionForm {...form} action={action} deliver={outbox?.deliver(type, action)} />;
}
