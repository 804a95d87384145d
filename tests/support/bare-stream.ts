import { createServer, type ServerResponse } from "node:http";

/** The least that tells many pages one thing: an open answer each, and a line written to all. */
const open = new Set<ServerResponse>();
const server = createServer((request, response) => {
  if (request.method === "POST") {
    for (const one of open) one.write(`data: {"topics":["duty"],"within":0}\n\n`);
    return void response.end();
  }
  response.writeHead(200, { "Content-Type": "text/event-stream" });
  response.write("data: {}\n\n");
  open.add(response);
  response.on("close", () => open.delete(response));
});
server.listen(Number(process.env.PORT), "127.0.0.1");
process.stdin.once("end", () => process.exit()).resume();
