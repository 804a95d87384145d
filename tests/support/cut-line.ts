import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A line between a browser and the app that can be cut: no page, worker or socket gets through. */
export async function aLine(url: string) {
  let target = new URL(url);
  let cut = false;
  let unanswered: string | null = null;
  let swallowed = 0;
  const open = new Set<Socket>();

  const server = createServer((near) => {
    if (cut) return void near.destroy();
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
    }
    let lost = false;
    near.on("data", (sent) => {
      lost = unanswered !== null && sent.includes(unanswered);
      far.write(sent);
    });
    far.on("data", (answer) => {
      if (!lost) return void near.write(answer);
      swallowed += 1;
      near.destroy();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}`,
    cut() {
      cut = true;
      for (const socket of open) socket.destroy();
    },
    mend(to = target.href) {
      target = new URL(to);
      cut = false;
      unanswered = null;
    },
    /** What is asked so still arrives, and is done; no answer comes back. */
    swallowAnswersTo(request: string) {
      unanswered = request;
    },
    swallowed: () => swallowed,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
