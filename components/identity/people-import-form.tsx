"use client";

import { type FormEvent, startTransition, useActionState } from "react";
import { FileField } from "@/components/ui/file-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { PEOPLE_FILE_LIMITS, type PeopleImportState } from "@/lib/identity/people/import/schema";
import { PeopleImportAnswer } from "./people-import-answer";

type Props = {
  action: (before: PeopleImportState, form: FormData) => Promise<PeopleImportState>;
};

/** One file, first looked at, then loaded: it stays chosen in between. */
export function PeopleImportForm({ action }: Props) {
  const [state, send, pending] = useActionState(action, { status: "idle" });
  if (state.status === "done") return <PeopleImportAnswer state={state} />;

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
        label="Tệp danh sách tài khoản"
        name="file"
        accept=".xlsx,.csv,.txt"
        limit={PEOPLE_FILE_LIMITS.bytes}
        hint="Tệp Excel (.xlsx) hoặc CSV UTF-8, tối đa 2.000 người."
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="preview" variant="secondary">
          Kiểm tra tệp
        </SubmitButton>
        <SubmitButton name="intent" value="import">
          Nhập tài khoản
        </SubmitButton>
      </div>
      <div aria-live="polite">
        {pending ? (
          <p className="text-ink-muted">Đang đọc tệp…</p>
        ) : (
          <PeopleImportAnswer state={state} />
        )}
      </div>
    </form>
  );
}
