"use client";

import { use } from "react";
import { waiting } from "@/lib/offline/answers";
import { KeptEntry } from "./kept-entry";
import { OutboxContext } from "./outbox-context";

/** What was done on this shift and waits for a network, under the log it will stand in. */
export function KeptList({ shiftId }: { shiftId: string }) {
  const items = waiting(use(OutboxContext)?.items ?? []).filter((item) => item.shiftId === shiftId);
  if (items.length === 0) return null;
  return (
    <section aria-label="Giữ trên máy, chờ gửi" className="grid gap-1 px-4 py-3 sm:px-5">
      <p className="text-sm text-ink-muted">
        Đang giữ trên máy này. Khi có mạng, máy tự gửi theo đúng thứ tự.
      </p>
      <ol className="grid">
        {items.map((item) => (
          <KeptEntry key={item.seq} item={item} />
        ))}
      </ol>
    </section>
  );
}
