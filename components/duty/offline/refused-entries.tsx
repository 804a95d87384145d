"use client";

import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CopyButton } from "@/components/ui/copy-button";
import type { KeptItem } from "@/lib/offline/outbox";
import { KeptEntry } from "./kept-entry";
import { nextStepWords, writtenWords } from "./kept-words";

type Props = { items: readonly KeptItem[]; drop: (seq: number) => Promise<void> };

/** What the server will never take: kept until the person has seen to it, with the reason. */
export function RefusedEntries({ items, drop }: Props) {
  return (
    <Alert tone="danger" title={`${items.length} mục giữ trên máy không được nhận`}>
      <ol className="grid">
        {items.map((item) => (
          <KeptEntry key={item.seq} item={item}>
            <p>{nextStepWords(item)}</p>
            <div className="flex flex-wrap gap-2">
              {writtenWords(item) ? (
                <CopyButton
                  text={writtenWords(item)}
                  label="Sao chép nội dung"
                  variant="secondary"
                />
              ) : null}
              <ConfirmDialog
                trigger="Bỏ mục này"
                size="sm"
                variant="secondary"
                title="Bỏ mục này khỏi máy?"
                description="Nội dung chưa có trong sổ trực và sẽ mất khỏi máy này."
              >
                <Button variant="danger" onClick={() => drop(item.seq)}>
                  Bỏ mục này
                </Button>
              </ConfirmDialog>
            </div>
          </KeptEntry>
        ))}
      </ol>
    </Alert>
  );
}
