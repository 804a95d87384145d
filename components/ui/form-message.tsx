import type { FormState } from "@/lib/form-state";
import { Alert } from "./alert";

/** Said aloud when it changes. Silent, it takes no room in a grid or a row with gaps. */
export function FormMessage({ state }: { state: FormState }) {
  const text = messageOf(state);
  return (
    <div aria-live="polite" data-form-message className="not-has-[*]:absolute">
      {text ? (
        <Alert tone={state.status === "done" ? "success" : "danger"} className="animate-appear">
          {text}
        </Alert>
      ) : null}
    </div>
  );
}

function messageOf(state: FormState) {
  if (state.status === "idle") return undefined;
  if (state.status !== "invalid") return state.message;
  if (state.message) return state.message;
  const count = Object.keys(state.fields).length;
  return `Chưa gửi được: còn ${count} chỗ cần sửa, xem dòng chữ đỏ ở từng ô.`;
}
