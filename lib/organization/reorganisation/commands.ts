import "server-only";

import { randomUUID } from "node:crypto";
import { digest } from "@/lib/audit/digest";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction, isForeignKeyViolation, Prisma, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { insertNotices } from "@/lib/notifications/record";
import { formatInstant, isoDay, now } from "@/lib/time";
import { holdOrganization } from "../commands";
import { canManageUnits } from "../policy";
import { dateOf } from "../rules";
import { createUnits, passEverythingOn, weighUnits } from "./moves/commands";
import { planSuccession } from "./placing/rules";
import { canUndoReorganisation } from "./policy";
import { findMisfits, findRecordsSince, planUnits } from "./queries";
import { planRows, readPlan, viewOf, writtenDay } from "./rules";
import type {
  PlanError,
  PlanFile,
  PlanOutcome,
  PlanView,
  Succession,
  UndoReorganisation,
} from "./schema";
import type { Passing } from "./steps/queries";
import { findChangedRows, putEverythingBack } from "./undo/commands";

const NOT_ALLOWED = "Chỉ người quản trị sắp xếp đơn vị.";

type PlanInput = { text: string; effectiveOn: string | null };

/** Ends the plan's units and hands over all they have, as a whole or not at all. */
export async function applyReorganisation(
  actor: Actor,
  { planHash, ...input }: PlanInput & { planHash: string },
): Promise<PlanOutcome> {
  return attempt(actor, input, async (tx, passing, { view, file }) => {
    if (view.planHash !== planHash) {
      throw new Refusal("conflict", "Tệp đã khác bản xem trước. Bấm “Xem trước” lần nữa.");
    }
    await tellMoved(tx, passing, view);
    await tx.reorganisation.update({
      where: { id: passing.id },
      data: { counts: view.totals, plan: file.units },
    });
    await recordAudit(tx, actor, {
      action: "reorganisation.apply",
      subject: { type: "reorganisation", id: passing.id },
      after: view,
      details: {
        name: view.title,
        effectiveOn: view.effectiveOn,
        ended: view.ending.map(({ name, successor }) => `${name} → ${successor}`),
        created: view.created.length,
        ...view.totals,
      },
    });
    return { status: "applied", id: passing.id, view };
  });
}

/** The same work, taken back at its end: what the plan would do, and what is wrong with it. */
export async function previewReorganisation(actor: Actor, input: PlanInput): Promise<PlanOutcome> {
  return attempt(actor, input, async (_tx, _passing, { view }) => {
    throw new TakenBack({ status: "planned", view });
  });
}

/** Every row as it was before, while nobody who was moved has recorded anything since. */
export async function undoReorganisation(
  actor: Actor,
  { reorganisationId: id }: UndoReorganisation,
) {
  refuseUnless(canManageUnits(actor), NOT_ALLOWED);
  await inTransaction(async (tx) => {
    await holdEverything(tx);
    const plan = await tx.reorganisation.findUnique({ where: { id } });
    if (!plan) throw new Refusal("not-found", "Không tìm thấy phương án sắp xếp.");
    if (!canUndoReorganisation(actor, plan)) {
      throw new Refusal("conflict", "Phương án này đã được hoàn tác rồi.");
    }
    const since = await findRecordsSince(tx, plan);
    if (since) throw new Refusal("conflict", since);
    const changed = await findChangedRows(tx, id);
    if (changed.length > 0) throw new Refusal("conflict", CHANGED);

    try {
      await putEverythingBack(tx, id);
    } catch (error) {
      if (isForeignKeyViolation(error)) throw new Refusal("conflict", CHANGED);
      throw error;
    }
    const undone = { undoneAt: now(), undoneBy: actor.fullName };
    await tx.reorganisation.update({ where: { id, undoneAt: null }, data: undone });
    const notice = {
      kind: "reorganisation.undone" as const,
      title: "Việc sắp xếp đơn vị đã được hoàn tác",
      body: "Bạn trở lại đơn vị cũ, việc của đơn vị còn nguyên như trước khi sắp xếp.",
      subject: { type: "reorganisation", id },
      cause: `reorganisation-undone:${id}`,
    };
    await insertNotices(tx, notice, movedPeople(id));
    await recordAudit(tx, actor, {
      action: "reorganisation.undo",
      subject: { type: "reorganisation", id },
      details: { name: plan.title },
    });
  });
}

const CHANGED =
  "Không hoàn tác được: từ khi áp dụng đã có người giao thêm việc cho đơn vị mới hoặc sửa những gì đã chuyển. Hãy lập một phương án sắp xếp mới.";

type Planned = { view: PlanView; file: PlanFile };
type Finish = (tx: Transaction, passing: Passing, planned: Planned) => Promise<PlanOutcome>;

async function attempt(actor: Actor, input: PlanInput, finish: Finish): Promise<PlanOutcome> {
  refuseUnless(canManageUnits(actor), NOT_ALLOWED);
  const { file, errors } = readPlan(input.text);
  if (!file) return { status: "refused", errors };
  const day = input.effectiveOn ?? file.effectiveFrom;
  if (!day) throw new Refusal("invalid", "Tệp không ghi ngày hiệu lực. Chọn ngày hiệu lực.");
  if (day > isoDay(now())) {
    throw new Refusal(
      "invalid",
      `Chưa đến ngày hiệu lực ${writtenDay(day)}. Áp dụng từ ngày đó trở đi.`,
    );
  }

  try {
    return await inTransaction(async (tx) => {
      await holdEverything(tx);
      const planHash = digest(planRows(file));
      await refuseStanding(tx, planHash);
      const units = await planUnits(tx);
      const succession = planSuccession({ rows: file.units, units, day, newId: randomUUID });
      refuse(succession.errors);
      if (succession.ending.length === 0) {
        throw new Refusal("invalid", "Phương án không làm thay đổi đơn vị nào.");
      }

      const title = file.title || `Sắp xếp đơn vị ${file.district?.name ?? ""}`.trim();
      const passing = await write(tx, actor, { title, day, planHash, succession });
      refuse(await findMisfits(tx, passing.id, succession.ending));
      const loads = await weighUnits(tx, passing);
      await passEverythingOn(tx, passing);
      const view = viewOf(succession, loads, { planHash, title, effectiveOn: day });
      return finish(tx, passing, { view, file });
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.outcome;
    throw error;
  }
}

/** Ends the transaction without a trace of it. */
class TakenBack extends Error {
  constructor(readonly outcome: PlanOutcome) {
    super("taken back");
  }
}

function refuse(errors: PlanError[]) {
  if (errors.length > 0) throw new TakenBack({ status: "refused", errors });
}

/** No unit changes, no directive is delivered and no account moves meanwhile. */
async function holdEverything(tx: Transaction) {
  await holdOrganization(tx);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('accounts'))`;
}

async function refuseStanding(tx: Transaction, planHash: string) {
  const standing = await tx.reorganisation.findFirst({
    where: { planHash, undoneAt: null },
    select: { appliedAt: true, appliedBy: true },
  });
  if (!standing) return;
  const { appliedAt, appliedBy } = standing;
  throw new Refusal(
    "conflict",
    `Phương án này đã được ${appliedBy} áp dụng lúc ${formatInstant(appliedAt)}, không áp dụng lần nữa.`,
  );
}

type Written = { title: string; day: string; planHash: string; succession: Succession };

async function write(tx: Transaction, actor: Actor, written: Written): Promise<Passing> {
  const { title, day, planHash, succession } = written;
  const at = now();
  const { id } = await tx.reorganisation.create({
    data: {
      title,
      planHash,
      plan: [],
      effectiveOn: dateOf(day),
      appliedAt: at,
      appliedById: actor.userId,
      appliedBy: actor.fullName,
    },
    select: { id: true },
  });
  const passing = { id, day, at };
  await tx.$executeRaw(createUnits(passing, succession.created));
  await tx.reorganisationUnit.createMany({
    data: succession.ending.map(({ unit, successor }) => ({
      reorganisationId: id,
      unitId: unit.id,
      unitName: unit.name,
      successorId: successor.id,
      successorName: successor.name,
      created: successor.created,
    })),
  });
  return passing;
}

/** Those who were moved read it on their home page. */
function tellMoved(tx: Transaction, { id }: Passing, { effectiveOn }: PlanView) {
  const notice = {
    kind: "reorganisation.moved" as const,
    title: `Đơn vị của bạn được sắp xếp lại từ ngày ${writtenDay(effectiveOn)}`,
    body: "Tài khoản của bạn đã chuyển sang đơn vị mới, tên đăng nhập và mật khẩu giữ nguyên. Việc chưa xong của đơn vị cũ nay là việc của đơn vị mới; việc đã làm vẫn đọc được trong từng văn bản.",
    subject: { type: "reorganisation", id },
    cause: `reorganisation:${id}`,
  };
  return insertNotices(tx, notice, movedPeople(id));
}

const movedPeople = (id: string) => Prisma.sql`
  SELECT p."unitId" AS unit, p.id AS person FROM "ReorganisationStep" s
    JOIN "User" p ON p.id = (s.after ->> 'id')::uuid
  WHERE s."reorganisationId" = ${id}::uuid AND s.subject = 'User' AND p."disabledAt" IS NULL`;
