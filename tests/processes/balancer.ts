import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

/**
 * A small reverse proxy before several copies, in turn. Where a copy cannot be reached it asks the next;
 * what may have been begun is not sent twice by it: then the answer is 502, and trying again is the asker's.
 */
export async function aBalancer(targets: string[]) {
  const served = new Map(targets.map((target) => [target, 0]));
  let turn = 0;

  const server = createServer((asked, answer) => {
    forward(asked, answer).catch(() => fail(answer));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}`,
    /** How often each copy answered. */
    served,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };

  async function forward(asked: IncomingMessage, answer: ServerResponse) {
    const body = await buffer(asked);
    for (let tried = 0; tried < targets.length; tried++) {
      const target = targets[turn++ % targets.length] ?? "";
      const from = await ask(target, asked, body).catch((error: NodeJS.ErrnoException) => error);
      if (from instanceof Error) {
        if (from.code === "ECONNREFUSED" || asked.method === "GET") continue;
        return fail(answer);
      }
      served.set(target, (served.get(target) ?? 0) + 1);
      answer.writeHead(from.statusCode ?? 502, from.headers);
      answer.flushHeaders();
      // Torn in the middle is torn for the browser too, not an end.
      from.on("error", () => answer.destroy()).on("aborted", () => answer.destroy());
      answer.on("close", () => from.destroy());
      from.pipe(answer);
      return;
    }
    fail(answer);
  }
}

function ask(target: string, asked: IncomingMessage, body: Buffer) {
  const { hostname, port } = new URL(target);
  const headers = { ...asked.headers, "x-forwarded-for": asked.socket.remoteAddress ?? "" };
  return new Promise<IncomingMessage>((resolve, reject) => {
    request({ hostname, port, method: asked.method, path: asked.url, headers, agent: false })
      .once("response", resolve)
      .once("error", reject)
      .end(body);
  });
}

function fail(answer: ServerResponse) {
  if (answer.headersSent) return answer.destroy();
  answer.writeHead(502).end();
}
