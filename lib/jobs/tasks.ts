import type { TaskList } from "graphile-worker";
import { systemActor } from "@/lib/auth/system-actor";
import { type Tick, ticks } from "./ticks";

export const tasks: TaskList = {
  tick: () => runTicks(ticks),
};

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
