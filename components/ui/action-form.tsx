"use client";

import { unstable_rethrow } from "next/navigation";
import {
  type FormEvent,
  type ReactNode,
  use,
  useActionState,
  useEffect,
  useRef,
  useState,
  useTransition,
} from "react";
import { type FormAction, type FormState, idle } from "@/lib/form-state";
import { cx } from "./class-names";
import { DoneContext, FormContext } from "./form-context";
import { FormMessage } from "./form-message";

type Props = {
  action: FormAction;
  /** Sends it in place of `action` where there is script, as when it must not need a network. */
  deliver?: FormAction;
  children?: ReactNode;
  /** Buttons, below the message. */
  footer?: ReactNode;
  hidden?: Record<string, string>;
  /** Once done, fields go back to what the server shows; `keep` leaves them as typed. */
  whenDone?: "reset" | "keep";
  className?: string;
  id?: string;
  label?: string;
};

const AWAY: FormState = {
  status: "refused",
  message:
    "Chưa gửi được vì mất kết nối hoặc hệ thống đang tạm gián đoạn. Nội dung đã nhập vẫn còn nguyên, xin thử lại sau ít phút.",
};

/**
 * The form loses nothing: the browser sends it by hand, because React empties a form whose action
 * has ended, refused or not. Before its script arrives it is an ordinary form with an ordinary post.
 */
export function ActionForm({
  action,
  deliver = action,
  children,
  footer,
  hidden = {},
  whenDone = "reset",
  className,
  id,
  label,
}: Props) {
  const [posted, post] = useActionState(action, idle);
  const [answer, setAnswer] = useState<FormState | null>(null);
  const [unplaced, setUnplaced] = useState<string[]>([]);
  const [sent, setSent] = useState<FormData | null>(null);
  const [pending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const onDone = use(DoneContext);
  const state = answer ?? posted;

  useEffect(() => {
    if (!answer) return;
    if (answer.status === "done") {
      if (whenDone === "reset") form.current?.reset();
      form.current?.dispatchEvent(new Event("saved", { bubbles: true }));
      onDone?.(answer.message);
      return;
    }
    setUnplaced(unplacedErrors(form.current, answer));
    const firstWrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const message = form.current?.querySelector<HTMLElement>("[data-form-message]");
    if (firstWrong) firstWrong.focus();
    else message?.scrollIntoView({ block: "nearest" });
  }, [answer, onDone, whenDone]);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    const form = new FormData(event.currentTarget, submitter);
    setSent(form);
    startTransition(async () => {
      const next = await attempt(deliver, state, form);
      startTransition(() => setAnswer(next));
    });
  }

  return (
    <FormContext value={{ state, pending, sent }}>
      <form
        ref={form}
        id={id}
        action={post}
        onSubmit={send}
        noValidate
        aria-label={label}
        aria-busy={pending || undefined}
        className={cx("grid gap-5", className)}
      >
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <FormMessage state={state} unplaced={unplaced} />
        {footer ? <div className="flex flex-wrap items-center gap-3">{footer}</div> : null}
      </form>
    </FormContext>
  );
}

/** What is wrong with fields that cannot be seen in this form must be said at its end. */
function unplacedErrors(form: HTMLFormElement | null, state: FormState) {
  if (state.status !== "invalid") return [];
  const shown = new Set(
    [...(form?.querySelectorAll<HTMLInputElement>("[name]:not([type=hidden])") ?? [])].map(
      ({ name }) => name.replace(/\[\]$/, ""),
    ),
  );
  return Object.entries(state.fields).flatMap(([name, errors]) => (shown.has(name) ? [] : errors));
}

async function attempt(action: FormAction, before: FormState, form: FormData) {
  try {
    return await action(before, form);
  } catch (error) {
    unstable_rethrow(error);
    return AWAY;
  }
}
