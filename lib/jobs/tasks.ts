import { systemActor } from "@/lib/auth/system-actor";
import type { Tick } from "./ticks";

/** One that fails is logged and tried again with the next minute; the others run all the same. */
export async function runTicks(all: Tick[]) {
  for (const { name, run } of all) {
    try {
      await run(systemActor);
    } catch (error) {
      console.error(`tick ${name}:`, error);
    }
  }
}
