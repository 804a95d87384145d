/** Runs once, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { noteSocketAddress } = await import("@/lib/auth/socket-address");
    noteSocketAddress();
  }
}
