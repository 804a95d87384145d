import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, isUniqueViolation, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { canManageCampaignRules } from "../policy";
import type { CreateTemplate, DeleteTemplate, SaveTemplate } from "./schema";

const NOT_ALLOWED = "Chỉ người quản trị sửa mẫu đợt cao điểm.";

export async function createTemplate(actor: Actor, input: CreateTemplate) {
  refuseUnless(canManageCampaignRules(actor), NOT_ALLOWED);
  const { occasions, ...columns } = input;
  return sayTaken(input.name, () =>
    inTransaction(async (tx) => {
      const { id } = await tx.campaignTemplate.create({ data: columns, select: { id: true } });
      await writeOccasions(tx, id, occasions);
      await recordAudit(tx, actor, {
        action: "campaign-template.create",
        subject: { type: "campaign-template", id },
        after: input,
        details: { name: input.name },
      });
      return { id };
    }),
  );
}

/** Campaigns made from it before keep their dates. */
export async function saveTemplate(actor: Actor, input: SaveTemplate) {
  refuseUnless(canManageCampaignRules(actor), NOT_ALLOWED);
  const { templateId: id, version, occasions, ...columns } = input;
  await sayTaken(input.name, () =>
    inTransaction(async (tx) => {
      const before = await holdTemplate(tx, id, version);
      await tx.campaignTemplate.update({
        where: { id, version },
        data: { ...columns, version: version + 1 },
        select: { id: true },
      });
      await tx.templateOccasion.deleteMany({ where: { templateId: id } });
      await writeOccasions(tx, id, occasions);
      await recordAudit(tx, actor, {
        action: "campaign-template.save",
        subject: { type: "campaign-template", id },
        before,
        after: { ...columns, occasions },
        details: { name: input.name },
      });
    }),
  );
}

export async function deleteTemplate(actor: Actor, { templateId: id, version }: DeleteTemplate) {
  refuseUnless(canManageCampaignRules(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    const before = await holdTemplate(tx, id, version);
    await tx.campaignTemplate.delete({ where: { id, version } });
    await recordAudit(tx, actor, {
      action: "campaign-template.delete",
      subject: { type: "campaign-template", id },
      before,
      details: { name: before.name },
    });
  });
}

async function holdTemplate(tx: Transaction, id: string, version: number) {
  await tx.$queryRaw`SELECT 1 FROM "CampaignTemplate" WHERE id = ${id}::uuid FOR UPDATE`;
  const template = await tx.campaignTemplate.findUnique({
    where: { id },
    include: { occasions: { orderBy: { position: "asc" } } },
  });
  if (!template) throw new Refusal("not-found", "Không tìm thấy mẫu đợt cao điểm.");
  if (template.version !== version) {
    throw new Refusal("conflict", "Người khác vừa sửa mẫu này. Tải lại trang rồi sửa tiếp.");
  }
  return template;
}

const writeOccasions = (
  tx: Transaction,
  templateId: string,
  occasions: CreateTemplate["occasions"],
) =>
  tx.templateOccasion.createMany({
    data: occasions.map((occasion, position) => ({ ...occasion, templateId, position })),
  });

async function sayTaken<T>(name: string, work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Refusal("conflict", `Đã có mẫu tên “${name}”.`);
  }
}
