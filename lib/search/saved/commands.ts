import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { now } from "@/lib/time";
import { visibleFilters } from "./policy";
import type { DeleteFilter, RenameFilter, SaveFilter } from "./schema";

/** More would no longer be a shortcut. */
const MOST_FILTERS = 20;

/** Keeps a filter under a name; the same name again is a double click or another filter. */
export async function saveFilter(actor: Actor, { place, name, query }: SaveFilter) {
  if (!query) throw new Refusal("invalid", "Chưa có điều kiện nào để lưu. Hãy tìm hoặc lọc trước.");
  await refusingSameName(name, () =>
    inTransaction(async (tx) => {
      await holdPerson(tx, actor);
      const own = { AND: [visibleFilters(actor), { place }] };
      const same = await tx.savedFilter.findFirst({ where: { ...own, name, query } });
      if (same) return;
      if ((await tx.savedFilter.count({ where: own })) >= MOST_FILTERS) {
        throw new Refusal(
          "conflict",
          `Đã có ${MOST_FILTERS} bộ lọc ở trang này. Xóa bớt một bộ lọc rồi lưu lại.`,
        );
      }
      const { id } = await tx.savedFilter.create({
        data: { userId: actor.userId, place, name, query, createdAt: now() },
        select: { id: true },
      });
      const subject = { type: "saved-filter", id };
      await recordAudit(tx, actor, { action: "filter.save", subject, details: { name } });
    }),
  );
}

export async function renameFilter(actor: Actor, { filterId: id, name }: RenameFilter) {
  await refusingSameName(name, () =>
    inTransaction(async (tx) => {
      const { count } = await tx.savedFilter.updateMany({
        where: { id, AND: visibleFilters(actor) },
        data: { name },
      });
      if (count === 0) throw new Refusal("not-found", NOT_FOUND);
      const subject = { type: "saved-filter", id };
      await recordAudit(tx, actor, { action: "filter.rename", subject, details: { name } });
    }),
  );
}

export async function deleteFilter(actor: Actor, { filterId: id }: DeleteFilter) {
  await inTransaction(async (tx) => {
    const { count } = await tx.savedFilter.deleteMany({
      where: { id, AND: visibleFilters(actor) },
    });
    if (count === 0) throw new Refusal("not-found", NOT_FOUND);
    await recordAudit(tx, actor, {
      action: "filter.delete",
      subject: { type: "saved-filter", id },
    });
  });
}

const NOT_FOUND = "Không tìm thấy bộ lọc này. Có thể nó đã được xóa ở một thẻ khác.";

/** Of two saves at once the second waits, and then counts the first. */
function holdPerson(tx: Transaction, actor: Actor) {
  return tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${actor.userId}::uuid FOR NO KEY UPDATE`;
}

async function refusingSameName(name: string, work: () => Promise<void>) {
  try {
    await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Refusal("conflict", `Đã có bộ lọc tên “${name}”. Hãy đặt tên khác.`);
  }
}
