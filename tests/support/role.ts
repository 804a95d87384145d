import type { db } from "@/lib/db";
import { workAs } from "@/lib/env";

const shared = globalThis as { prisma?: typeof db };

/**
 * From here on `db` works under the role of the pages, held by the policies of the tables; other files
 * of tests work as the owner, whose own looks into a table need no right. Returns the way back.
 */
export async function asTheApp() {
  // Connects at first use: what is there already is set aside.
  const owners = shared.prisma;
  shared.prisma = undefined;
  workAs("district_app");
  return async () => {
    await shared.prisma?.$disconnect();
    shared.prisma = owners;
    workAs("");
  };
}
