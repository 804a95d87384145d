import type { Outside } from "@/tests/doors/walk/app";
import type { Person } from "@/tests/doors/walk/people";

/** An open page's line for news. With `returns` it comes back when it breaks, as a browser does. */
export async function aRadio(
  from: Outside,
  person: Person,
  topics: string,
  { returns = false } = {},
) {
  const over = new AbortController();
  let heard = "";
  let returned = -1;
  let since = "";

  await new Promise<void>((resolve) => void listen(resolve));
  return {
    heard: () => heard,
    forget: () => {
      heard = "";
    },
    returned: () => returned,
    off: () => over.abort(),
  };

  async function listen(opened: () => void) {
    while (!over.signal.aborted) {
      await hear(opened).catch(() => {});
      if (!returns) return;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }

  async function hear(opened: () => void) {
    const answer = await fetch(`${from.url}/api/live?topics=${topics}`, {
      headers: {
        cookie: from.cookieOf(person) ?? "",
        ...(since ? { "Last-Event-ID": since } : {}),
      },
      signal: over.signal,
    });
    if (!answer.ok || !answer.body) throw new Error(`no line: ${answer.status}`);
    returned += 1;
    const decoder = new TextDecoder();
    opened();
    for await (const bytes of answer.body as unknown as AsyncIterable<Uint8Array>) {
      heard += decoder.decode(bytes, { stream: true });
      since = [...heard.matchAll(/^id: (.+)$/gm)].at(-1)?.[1] ?? since;
    }
  }
}
