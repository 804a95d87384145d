/** Runs once, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { noteSocketAddress } = await import("@/lib/auth/socket-address");
  noteSocketAddress();
  // Whoever started the pages is gone without a word: they end too, and the port is free again.
  if (process.env.SUPERVISED) process.stdin.once("end", () => process.exit(1)).resume();
}
