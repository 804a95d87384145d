/** Runs once, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { noteSocketAddress } = await import("@/lib/auth/socket-address");
  noteSocketAddress();
  const { endWithSupervisor } = await import("@/lib/supervisor");
  endWithSupervisor();
}
