import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { canManageCampaignRules } from "../policy";
import type { CreateHoliday, DeleteHoliday, SaveHoliday } from "./schema";

const NOT_ALLOWED = "Chỉ người quản trị sửa lịch nghỉ lễ.";

export async function createHoliday(actor: Actor, input: CreateHoliday) {
  refuseUnless(canManageCampaignRules(actor), NOT_ALLOWED);
  return sayTaken(input, () =>
    inTransaction(async (tx) => {
      const { id } = await tx.publicHoliday.create({ data: columns(input), select: { id: true } });
      await recordAudit(tx, actor, {
        action: "public-holiday.create",
        subject: { type: "public-holiday", id },
        after: input,
        details: described(input),
      });
      return { id };
    }),
  );
}

export async function saveHoliday(actor: Actor, input: SaveHoliday) {
  refuseUnless(canManageCampaignRules(actor), NOT_ALLOWED);
  const { holidayId: id, version, ...content } = input;
  await sayTaken(content, () =>
    inTransaction(async (tx) => {
      const before = await holdHoliday(tx, id, version);
      await tx.publicHoliday.update({
        where: { id, version },
        data: { ...columns(content), version: version + 1 },
        select: { id: true },
      });
      await recordAudit(tx, actor, {
        action: "public-holiday.save",
        subject: { type: "public-holiday", id },
        before,
        after: content,
        details: described(content),
      });
    }),
  );
}

export async function deleteHoliday(actor: Actor, { holidayId: id, version }: DeleteHoliday) {
  refuseUnless(canManageCampaignRules(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const before = await holdHoliday(tx, id, version);
    await tx.publicHoliday.delete({ where: { id, version } });
    await recordAudit(tx, actor, {
      action: "public-holiday.delete",
      subject: { type: "public-holiday", id },
      before,
      details: { name: before.name },
    });
  });
}

async function holdHoliday(tx: Transaction, id: string, version: number) {
  await tx.$queryRaw`SELECT 1 FROM "PublicHoliday" WHERE id = ${id}::uuid FOR UPDATE`;
  const holiday = await tx.publicHoliday.findUnique({ where: { id } });
  if (!holiday) throw new Refusal("not-found", "Không tìm thấy ngày nghỉ.");
  if (holiday.version !== version) {
    throw new Refusal("conflict", "Người khác vừa sửa ngày nghỉ này. Tải lại trang rồi sửa tiếp.");
  }
  return holiday;
}

const columns = ({ firstOn, lastOn, ...rest }: CreateHoliday) => ({
  ...rest,
  firstOn: new Date(firstOn),
  lastOn: new Date(lastOn),
});

const described = ({ name, source, firstOn }: CreateHoliday) => ({ name, source, firstOn });

async function sayTaken<T>({ name, firstOn }: CreateHoliday, work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Refusal("conflict", `“${name}” bắt đầu ngày ${firstOn} đã có trong danh sách.`);
  }
}
