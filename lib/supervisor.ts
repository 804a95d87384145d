import "server-only";

import { env } from "./env";

/**
 * Ends this process when the one that started it is gone, also by a kill: the pipe between them
 * closes. Nothing is left holding the port.
 */
export function endWithSupervisor() {
  if (env.SUPERVISED) process.stdin.once("end", () => process.exit(1)).resume();
}
