import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { KeptItem } from "@/lib/offline/outbox";
import { formatTime } from "@/lib/time";
import { kindWords, writtenWords } from "./kept-words";

/** One thing the device keeps, told as the log will tell it. */
export function KeptEntry({ item, children }: { item: KeptItem; children?: ReactNode }) {
  const { data, refusal } = item;
  const at = new Date(data.deviceAt ?? "");
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-line py-3 last:border-0 sm:grid-cols-[4rem_1fr]">
      <time dateTime={data.deviceAt} className="font-medium tabular-nums">
        {formatTime(at)}
      </time>
      <div className="grid min-w-0 gap-1">
        <div className="flex flex-wrap items-center gap-2">
          <Badge tone={refusal ? "danger" : "warning"}>{refusal ? "Bị từ chối" : "Chờ gửi"}</Badge>
          <span className="text-sm text-ink-muted">{kindWords(item)}</span>
        </div>
        {writtenWords(item) ? (
          <p className="whitespace-pre-line break-words">{writtenWords(item)}</p>
        ) : null}
        {refusal ? <p className="text-danger-ink">{refusal}</p> : null}
        {children}
      </div>
    </li>
  );
}
