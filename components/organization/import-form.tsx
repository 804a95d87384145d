"use client";

import { type FormEvent, startTransition, useActionState } from "react";
import { FileField } from "@/components/ui/file-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { IMPORT_LIMITS, type ImportState } from "@/lib/organization/import/schema";
import { ImportAnswer } from "./import-answer";

type Props = { action: (before: ImportState, form: FormData) => Promise<ImportState> };

/** One file, first looked at, then loaded: it stays chosen in between. */
export function ImportForm({ action }: Props) {
  const [state, send, pending] = useActionState(action, { status: "idle" });

  // Sent by hand, because React empties a form whose action has ended.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    const form = new FormData(event.currentTarget, submitter);
    startTransition(() => send(form));
  }

  return (
    <form action={send} onSubmit={submit} aria-busy={pending || undefined} className="grid gap-5">
      <FileField
        label="Tệp danh sách đơn vị"
        name="file"
        accept=".csv,.txt,text/csv"
        limit={IMPORT_LIMITS.bytes}
        hint="Tệp CSV, lưu từ Excel bằng “CSV UTF-8”."
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="preview" variant="secondary">
          Kiểm tra tệp
        </SubmitButton>
        <SubmitButton name="intent" value="import">
          Nhập đơn vị
        </SubmitButton>
      </div>
      <div aria-live="polite">
        {pending ? <p className="text-ink-muted">Đang đọc tệp…</p> : <ImportAnswer state={state} />}
      </div>
    </form>
  );
}
