import type { FormState } from "@/lib/form-state";
import { Alert } from "./alert";

type Props = { state: FormState; unplaced?: string[] };

/** Said aloud when it changes. Silent, it takes no room in a grid or a row with gaps. */
export function FormMessage({ state, unplaced = [] }: Props) {
  const text = messageOf(state, unplaced);
  return (
    <div aria-live="polite" data-form-message className="not-has-[*]:absolute">
      {text ? (
        <Alert
          tone={state.status === "done" ? "success" : "danger"}
          className="animate-appear whitespace-pre-line"
        >
          {text}
        </Alert>
      ) : null}
    </div>
  );
}

function messageOf(state: FormState, unplaced: string[]) {
  if (state.status === "idle") return undefined;
  if (state.status !== "invalid") return state.message;
  if (state.message ?? unplaced[0]) return [state.message, ...unplaced].filter(Boolean).join(" ");
  const count = Object.keys(state.fields).length;
  return `Chưa gửi được: còn ${count} chỗ cần sửa, xem lời nhắc ở từng ô.`;
}
