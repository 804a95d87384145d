import "server-only";

import type { Caller } from "@/lib/auth/caller";
import type { Holder } from "@/lib/auth/session-row";
import { db } from "@/lib/db";

export type Account = Holder & {
  passwordHash: string | null;
  mustChangePassword: boolean;
  totpConfirmedAt: Date | null;
  disabledAt: Date | null;
};

/** For signing in alone: nobody is known yet who could be asked for their rights. */
export async function findAccount(
  _caller: Caller,
  key: { username: string } | { oidcSubject: string },
): Promise<Account | null> {
  const user = await db.user.findUnique({
    where: key,
    select: {
      id: true,
      fullName: true,
      role: true,
      unitId: true,
      passwordHash: true,
      mustChangePassword: true,
      totpConfirmedAt: true,
      disabledAt: true,
      unit: { select: { name: true, kind: { select: { home: true } } } },
    },
  });
  if (!user) return null;
  const { id, unit, ...account } = user;
  return { ...account, userId: id, unitName: unit.name, home: unit.kind.home };
}
