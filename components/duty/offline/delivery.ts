import { textProblem } from "@/lib/duty/log/rules";
import type { FormAction, FormState } from "@/lib/form-state";
import { type KeptItem, keepItem } from "@/lib/offline/outbox";
import { now } from "@/lib/time";
import { askForSync } from "./worker-client";

/** A network that has not answered by then is treated as none. */
const PATIENCE = 15_000;

type Way = {
  person: string;
  type: KeptItem["type"];
  action: FormAction;
  /** Nothing waits that was done before, and there is a network. */
  open: boolean;
};

/**
 * Sends the form, or keeps it on the device. Under one id: should both arrive, because only the
 * answer was lost, the server stores it once.
 */
export async function deliver(
  { person, type, action, open }: Way,
  before: FormState,
  form: FormData,
): Promise<FormState> {
  form.set("requestId", newId());
  form.set("deviceAt", now().toISOString());
  const answer = open ? await ask(action, before, form) : null;
  if (answer) return answer;

  const data = written(form);
  const problem = type === "log" ? textProblem(data.kind ?? "", data.text ?? "") : null;
  if (problem) return { status: "invalid", fields: { text: [problem] } };
  await keepItem({ id: data.requestId ?? "", shiftId: data.shiftId ?? "", person, type, data });
  void askForSync().catch(console.warn);
  return { status: "done", message: KEPT };
}

const KEPT = "Đã giữ trên máy, tự gửi khi có mạng.";

/** The server's answer; null when none came. */
async function ask(action: FormAction, before: FormState, form: FormData) {
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null));
  try {
    return await Promise.race([action(before, form), late]);
  } catch {
    return null;
  }
}

const written = (form: FormData) =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$ACTION") ? [[name, value]] : [],
    ),
  );

/** Browsers give `randomUUID` to https alone; a commune's own server may speak plain http. */
function newId() {
  if (window.isSecureContext) return crypto.randomUUID();
  const bytes = [...new Uint8Array(crypto.getRandomValues(new Uint8Array(16)))];
  const marked = bytes.map((byte, at) =>
    at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte,
  );
  const hex = marked.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
