import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inLongTransaction, Prisma, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { insertNotices } from "@/lib/notifications/record";
import { now } from "@/lib/time";
import { deleteDraft, writeIndicators, writeItems } from "../drafts/commands";
import type { SaveAdvisory } from "../drafts/schema";
import { canIssueAdvisory } from "../policy";
import { reopenHandlings } from "../reopening/commands";
import {
  askedAgainUntil,
  type Changes,
  type Compared,
  changesBetween,
  isNewerVersion,
} from "./rules";

const STALE = "Cảnh báo vừa được người khác sửa. Tải lại trang rồi làm lại.";

/** Keeps a draft, sends it, or sends a new edition of what was sent. Answers with where it now is. */
export async function saveAdvisory(actor: Actor, input: SaveAdvisory) {
  refuseUnless(canIssueAdvisory(actor), "Chỉ huyện sửa và phát cảnh báo.");
  return inLongTransaction(async (tx) => {
    const { advisoryId: id, version, intent } = input;
    const held = await holdAdvisory(tx, id);
    if (held.version !== version) throw new Refusal("conflict", STALE);
    if (intent === "save") {
      if (held.edition > 0) {
        throw new Refusal("conflict", "Cảnh báo đã phát. Sửa thì phát thành bản mới.");
      }
      await writeContent(tx, id, input);
      await recordAudit(tx, actor, {
        action: "advisory.save",
        subject: { type: "advisory", id },
        after: contentOf(input),
        details: { number: input.number, subject: input.subject },
      });
      return { id, sent: false, reopened: 0 };
    }
    refuseUnready(input);
    const continued = held.edition === 0 ? await findContinued(tx, held) : null;
    if (continued) {
      refuseOlder(held, continued);
      await deleteDraft(tx, id);
    }
    const target = continued ?? held;
    const reason = input.reason || (continued ? `Bản ${held.csafVersion} của ${held.csafId}` : "");
    const sent = target.edition === 0 ? send : reissue;
    return sent(tx, actor, target, {
      ...input,
      reason,
      csafVersion: held.csafVersion,
    });
  });
}

type Content = SaveAdvisory & { csafVersion: string | null };

async function send(tx: Transaction, actor: Actor, { id }: Held, input: Content) {
  const at = now();
  await writeContent(tx, id, input);
  await tx.advisory.update({
    where: { id, edition: 0 },
    data: { edition: 1, sentAt: at },
    select: { id: true },
  });
  const asked = await askUnits(tx, id);
  await writeEdition(tx, actor, { id, number: 1, input, reopened: 0 });
  await tellUnits(tx, id, 1, input);
  await recordAudit(tx, actor, {
    action: "advisory.send",
    subject: { type: "advisory", id },
    after: contentOf(input),
    details: { number: input.number, subject: input.subject, units: asked },
  });
  return { id, sent: true, reopened: 0 };
}

async function reissue(tx: Transaction, actor: Actor, held: Held, input: Content) {
  const { id } = held;
  if (!input.reason) throw new Refusal("invalid", "Ghi bản này có gì mới.");
  const before = await loadCompared(tx, id);
  await writeContent(tx, id, input);
  const after = await loadCompared(tx, id);
  const changes = changesBetween(before, after);
  const number = held.edition + 1;
  await tx.advisory.update({
    where: { id, edition: held.edition },
    data: { edition: number, csafVersion: input.csafVersion },
    select: { id: true },
  });
  await tx.$executeRaw`
    UPDATE "AdvisoryHandling" SET "dueAt" = ${input.dueAt}::timestamptz
    WHERE "advisoryId" = ${id}::uuid AND "closedAt" IS NULL AND "passedAt" IS NULL AND "dueAt" < ${input.dueAt}::timestamptz`;
  const reopened = changes.none
    ? 0
    : await reopenHandlings(tx, actor, {
        which: Prisma.sql`h."advisoryId" = ${id}::uuid AND ${concerned(changes)}`,
        state: "unseen",
        dueAt: askedAgainUntil(now()),
        reason: `Bản ${number}: ${input.reason}`,
      });
  await askUnits(tx, id);
  await writeEdition(tx, actor, { id, number, input, reopened });
  await tellUnits(tx, id, number, input);
  await recordAudit(tx, actor, {
    action: "advisory.reissue",
    subject: { type: "advisory", id },
    before,
    after: contentOf(input),
    details: {
      number: input.number,
      subject: input.subject,
      reason: input.reason,
      units: reopened,
    },
  });
  return { id, sent: true, reopened };
}

/** Units that have one of the changed products, or have not said what they have. */
const concerned = ({ concernsAll, productIds }: Changes) =>
  concernsAll
    ? Prisma.sql`TRUE`
    : Prisma.sql`(NOT EXISTS (SELECT 1 FROM "UnitInventory" i WHERE i."unitId" = h."unitId")
        OR EXISTS (SELECT 1 FROM "UnitProduct" p
                   WHERE p."unitId" = h."unitId" AND p."productId" = ANY (${productIds}::uuid[])))`;

/** Every unit of these kinds that exists and was not asked before. */
function askUnits(tx: Transaction, id: string) {
  return tx.$executeRaw`
    INSERT INTO "AdvisoryHandling" ("advisoryId", "unitId", "dueAt")
    SELECT a.id, u.id, a."dueAt" FROM "Advisory" a
    JOIN "Unit" u ON u."kindCode" = ANY (a."kindCodes") AND u."validTo" IS NULL
    WHERE a.id = ${id}::uuid
    ON CONFLICT DO NOTHING`;
}

/** Those for whom it is open: all at first, later only who is asked again. */
function tellUnits(tx: Transaction, id: string, number: number, input: SaveAdvisory) {
  const urgent = input.rhythm === "urgent" ? "Khẩn: " : "";
  return insertNotices(
    tx,
    {
      kind: input.rhythm === "urgent" ? "advisory.urgent" : "advisory.sent",
      title: `${urgent}${[input.number, input.subject].filter(Boolean).join(" · ")}`,
      body: number > 1 ? `Bản ${number}: ${input.reason}` : input.request,
      subject: { type: "advisory", id },
      cause: `advisory:${id}:${number}`,
    },
    Prisma.sql`SELECT "unitId" AS unit, NULL::uuid AS person FROM "LiveHandling"
               WHERE "advisoryId" = ${id}::uuid AND state = 'unseen'`,
  );
}

async function writeContent(tx: Transaction, id: string, input: SaveAdvisory) {
  const { issuer, number, issuedOn, subject, rhythm, dueAt, request, kindCodes } = input;
  await tx.advisory.update({
    where: { id },
    data: {
      issuer,
      number,
      issuedOn,
      subject,
      rhythm,
      dueAt,
      request,
      kindCodes,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  await writeItems(tx, id, input.items);
  await writeIndicators(tx, id, input.indicators);
}

function contentOf(input: SaveAdvisory) {
  const { advisoryId: _, version: __, intent: ___, ...content } = input;
  return JSON.parse(JSON.stringify(content));
}

type Written = { id: string; number: number; input: SaveAdvisory; reopened: number };

function writeEdition(tx: Transaction, actor: Actor, { id, number, input, reopened }: Written) {
  return tx.advisoryEdition.create({
    data: {
      advisoryId: id,
      number,
      at: now(),
      byId: actor.userId,
      byName: actor.fullName,
      reason: input.reason,
      content: contentOf(input),
      reopened,
    },
    select: { number: true },
  });
}

function refuseUnready({ issuer, subject, dueAt, kindCodes, items, indicators }: SaveAdvisory) {
  const missing = [
    ...(issuer ? [] : ["cơ quan cảnh báo"]),
    ...(subject ? [] : ["trích yếu"]),
    ...(dueAt ? [] : ["hạn trả lời"]),
    ...(kindCodes.length > 0 ? [] : ["nhóm đơn vị nhận"]),
    ...(items.length + indicators.length > 0 ? [] : ["ít nhất một lỗ hổng hoặc dấu hiệu"]),
  ];
  if (missing.length > 0) throw new Refusal("invalid", `Còn thiếu: ${missing.join(", ")}.`);
  if (dueAt && dueAt <= now()) throw new Refusal("invalid", "Hạn trả lời đã qua.");
}

async function holdAdvisory(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Advisory" WHERE id = ${id}::uuid FOR UPDATE`;
  const advisory = await tx.advisory.findUnique({ where: { id }, select: held });
  if (!advisory) throw new Refusal("not-found", "Không tìm thấy cảnh báo này.");
  return advisory;
}

const held = { id: true, edition: true, version: true, csafId: true, csafVersion: true } as const;
type Held = Awaited<ReturnType<typeof holdAdvisory>>;

function refuseOlder({ csafId, csafVersion }: Held, continued: Held) {
  const sent = continued.csafVersion;
  if (!csafVersion || !sent || isNewerVersion(csafVersion, sent)) return;
  throw new Refusal(
    "invalid",
    `Bản ${sent} của ${csafId} đã phát. Tệp này là bản ${csafVersion}, không mới hơn.`,
  );
}

/** What was sent of the same CSAF document: this is its next edition. */
async function findContinued(tx: Transaction, { id, csafId }: Held) {
  if (!csafId) return null;
  const sent = await tx.advisory.findFirst({
    where: { csafId, edition: { gt: 0 }, NOT: { id } },
    select: { id: true },
    orderBy: { sentAt: "desc" },
  });
  return sent ? holdAdvisory(tx, sent.id) : null;
}

async function loadCompared(tx: Transaction, advisoryId: string): Promise<Compared> {
  const [items, indicators] = await Promise.all([
    tx.advisoryItem.findMany({ where: { advisoryId }, orderBy: { position: "asc" } }),
    tx.advisoryIndicator.findMany({ where: { advisoryId }, select: { kind: true, value: true } }),
  ]);
  return {
    items: items.map(({ knownExploitedAt, ...item }) => ({
      cveId: item.cveId,
      product: item.product,
      productId: item.productId,
      severity: item.severity,
      fix: item.fix,
      exploited: knownExploitedAt !== null,
    })),
    indicators,
  };
}
