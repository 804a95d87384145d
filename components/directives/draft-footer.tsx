"use client";

import { useEffect } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { FormState } from "@/lib/form-state";

type Props = { state: FormState; pending: boolean; changed: boolean; missing: string[] };

/** Save and send for signature, always in sight; says what is still missing. */
export function DraftFooter({ state, pending, changed, missing }: Props) {
  useLeavingGuard(changed);
  return (
    <footer className="sticky bottom-20 z-20 grid gap-3 rounded-lg border border-line bg-raised px-4 py-3 shadow-float lg:bottom-4">
      <div role="alert">{problem(state)}</div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" name="intent" value="save" variant="secondary" disabled={pending}>
          {pending ? <Spinner /> : null} Lưu dự thảo
        </Button>
        <Button
          type="submit"
          variant="primary"
          name="intent"
          value="submit"
          disabled={pending || missing.length > 0}
        >
          Trình ký
        </Button>
        <p role="status" className="text-sm text-ink-muted">
          {statusLine(state, pending, changed, missing)}
        </p>
      </div>
    </footer>
  );
}

function problem(state: FormState) {
  if (state.status === "refused") return <Alert tone="danger">{state.message}</Alert>;
  if (state.status !== "invalid") return null;
  return <Alert tone="danger">{Object.values(state.fields).flat()[0] ?? state.message}</Alert>;
}

function statusLine(state: FormState, pending: boolean, changed: boolean, missing: string[]) {
  if (pending) return "Đang lưu…";
  if (missing.length > 0) return missing.slice(0, 2).join(" ");
  if (state.status === "done" && !changed) return state.message ?? "Đã lưu.";
  return changed ? "Có thay đổi chưa lưu." : "";
}

/** The browser asks before a page with unsaved work is closed. */
function useLeavingGuard(changed: boolean) {
  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [changed]);
}
