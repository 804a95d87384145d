import { createECDH, randomBytes } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";

export type Posted = { path: string; headers: IncomingHttpHeaders; body: Buffer };

/** A push service or a gateway on this machine: keeps every post whose last byte has come. */
export async function aPostBox({
  answerAfter = (): number => 0,
  status = (_posted: Posted): number => 201,
  headers = {} as Record<string, string>,
} = {}) {
  const posts: Posted[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("error", () => {});
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const posted = {
        path: request.url ?? "",
        headers: request.headers,
        body: Buffer.concat(chunks),
      };
      posts.push(posted);
      setTimeout(() => response.writeHead(status(posted), headers).end(), answerAfter());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    posts,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The keys a browser makes for itself when it subscribes. */
export function browserKeys() {
  const curve = createECDH("prime256v1");
  curve.generateKeys();
  return {
    p256dh: curve.getPublicKey("base64url"),
    auth: randomBytes(16).toString("base64url"),
  };
}
