/** What a handler was sent, as far as it is JSON of at most so many bytes; else `undefined`. */
export async function boundedJson(request: Request, bytes: number): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > bytes || !request.body) return undefined;
  const parts: Uint8Array[] = [];
  let size = 0;
  // Counted as it comes: a header may lie, or not be there.
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > bytes) return undefined;
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString("utf8"));
  } catch {
    return undefined;
  }
}
