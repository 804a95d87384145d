"use client";

import { type FormEvent, startTransition, useActionState } from "react";
import { DateTimeField } from "@/components/ui/date-time-field";
import { FileField } from "@/components/ui/file-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { PlanState } from "@/lib/organization/reorganisation/schema";
import { ReorganisationAnswer } from "./reorganisation-answer";

type Props = { action: (before: PlanState, form: FormData) => Promise<PlanState> };

/** A plan is looked at first; only what was looked at can be applied. */
export function ReorganisationForm({ action }: Props) {
  const [state, send, pending] = useActionState(action, { status: "idle" });
  const planned = state.status === "planned" ? state : null;

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
      <FileField label="Tệp phương án" name="file" accept=".json,application/json" />
      <DateTimeField
        label="Ngày hiệu lực"
        name="effectiveOn"
        precision="day"
        optional
        hint="Ngày đầu tiên của tổ chức mới. Để trống thì lấy ngày ghi trong tệp."
        className="max-w-xs"
      />
      <div>
        <SubmitButton name="intent" value="preview" variant={planned ? "secondary" : "primary"}>
          Xem trước
        </SubmitButton>
      </div>
      <div aria-live="polite" className="min-w-0">
        {pending ? (
          <p className="text-ink-muted">Đang đối chiếu phương án với danh sách đơn vị…</p>
        ) : (
          <ReorganisationAnswer state={state} />
        )}
      </div>
      {planned && !pending ? (
        <div className="grid gap-3 border-t border-line pt-5">
          <input type="hidden" name="planHash" value={planned.view.planHash} />
          <input type="hidden" name="plannedFor" value={planned.view.effectiveOn} />
          <input type="hidden" name="text" value={planned.text} />
          <p className="text-ink-muted">
            Bấm áp dụng thì {planned.view.ending.length} đơn vị thôi hoạt động và mọi người của các
            đơn vị đó được báo ngay. Hoàn tác được khi chưa ai ghi gì thêm.
          </p>
          <div>
            <SubmitButton name="intent" value="apply" variant="danger">
              Áp dụng phương án
            </SubmitButton>
          </div>
        </div>
      ) : null}
    </form>
  );
}
