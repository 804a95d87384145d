import type { Actor } from "@/lib/auth/actor";
import { startHub } from "@/lib/live/hub";
import { openStream } from "@/lib/live/stream";

/** Another process of the product: says what a page of `ACTOR` hears there, a word a line. */
const actor: Actor = JSON.parse(process.env.ACTOR ?? "");
const hub = startHub();
const stream = openStream(() => {});
const { begun } = hub.join({ actor, topics: new Set(["directives"]), stream }, null);
await begun;
const reader = stream.body.getReader();
for (;;) {
  const { value, done } = await reader.read();
  if (done) break;
  process.stdout.write(value);
}
process.exit(0);
