import type { BatchAnswer } from "@/lib/duty/batch/schema";
import { now } from "@/lib/time";
import { judge, waiting } from "./answers";
import { type KeptItem, listKept, settleKept } from "./outbox";

/**
 * `sent`: nothing waits any more; `later`: no network, or the server could not; `signed-out`: the
 * session is over; `other-person`: somebody else is signed in on this device.
 */
export type Sending = "sent" | "later" | "signed-out" | "other-person";

const AT_ONCE = 100;
const PATIENCE = 30_000;

/** Sends what the device keeps of this person, in order; tabs and the worker take turns. */
export async function sendOutbox(person: string): Promise<Sending> {
  // Plain http has no locks; sent twice at once, each is still stored once.
  if (!("locks" in navigator)) return sendAll(person);
  return navigator.locks.request("outbox", () => sendAll(person));
}

async function sendAll(person: string): Promise<Sending> {
  for (;;) {
    const items = waiting(await listKept(person)).slice(0, AT_ONCE);
    if (items.length === 0) return "sent";
    const answer = await post(person, items);
    if (answer?.status === 401) return "signed-out";
    if (answer?.status === 409) return "other-person";
    const answers = answer?.ok ? await readAnswers(answer) : null;
    if (!answers) return "later";
    const { stored, refused } = judge(items, answers);
    await settleKept(stored, refused);
    if (stored.length + refused.size < items.length) return "later";
  }
}

async function post(person: string, items: readonly KeptItem[]) {
  const body = {
    personId: person,
    sentAt: now().toISOString(),
    items: items.map(({ type, data }) => ({ type, data })),
  };
  try {
    return await fetch("/api/duty/batch", {
      method: "POST",
      headers: { "content-type": "application/json" },
      credentials: "same-origin",
      redirect: "error",
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    return null;
  }
}

/** Null when something in between answered in the server's stead, such as a hotel's sign-in page. */
async function readAnswers(answer: Response): Promise<BatchAnswer[] | null> {
  try {
    const { answers } = await answer.json();
    return Array.isArray(answers) ? answers : null;
  } catch {
    return null;
  }
}
