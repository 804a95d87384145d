import { expect, test } from "vitest";
import { boundedJson } from "@/lib/auth/bounded-json";

const asked = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://localhost/api", {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as RequestInit);

test("a body is read as far as it may be long, whatever it says of itself", async () => {
  expect(await boundedJson(asked('{"a":1}'), 7)).toEqual({ a: 1 });
  expect(await boundedJson(asked('{"a":12}'), 7)).toBeUndefined();
  expect(await boundedJson(asked("không"), 100)).toBeUndefined();
  expect(await boundedJson(new Request("http://localhost/api"), 100)).toBeUndefined();
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(1024));
    },
  });
  expect(await boundedJson(asked(endless, { "content-length": "2" }), 10_240)).toBeUndefined();
  expect(sent, "it is not read to an end that never comes").toBeLessThan(30);
});
