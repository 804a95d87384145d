import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { dateOf } from "@/lib/awareness/rules";
import { visibleCampaigns } from "@/lib/campaigns/policy";
import { db, inTransaction, Prisma, type Transaction } from "@/lib/db";
import { Refusal, refuseUnless } from "@/lib/errors";
import { insertNotices } from "@/lib/notifications/record";
import { now } from "@/lib/time";
import type { Chapter } from "../chapters/schema";
import { gatherChapters } from "../gathering/queries";
import {
  canBuildSynthesis,
  canEditSynthesis,
  canSignSynthesis,
  canSubmitSynthesis,
  visibleSyntheses,
} from "../policy";
import { draftWords } from "./drafting/rules";
import { synthesisName } from "./labels";
import { loadEdition } from "./queries";
import { carryWords, scopeOf } from "./rules";
import type {
  BuildSynthesis,
  RecountSynthesis,
  SaveSynthesis,
  SignSynthesis,
  SubmitSynthesis,
  Words,
} from "./schema";

const NOT_ALLOWED = "Chỉ cán bộ của huyện lập báo cáo tổng hợp.";
const SIGNED = "Báo cáo đã ký nên không sửa được nữa.";

/** The whole report from the units' rows, to be read, edited and signed. Sent twice it is there once. */
export async function buildSynthesis(actor: Actor, input: BuildSynthesis) {
  refuseUnless(canBuildSynthesis(actor), NOT_ALLOWED);
  const { requestId: id, kind, comparedId } = input;
  const at = now();
  const campaign = await findWindow(actor, input.campaignId);
  const compared = comparedId ? await findWindow(actor, comparedId) : null;
  const scope = scopeOf({ kind, day: kind === "daily" ? input.day : null }, campaign, at);
  if (scope.from >= scope.to) {
    throw new Refusal("invalid", "Thời gian này chưa bắt đầu nên chưa có số liệu.");
  }
  const earlier = compared && scopeOf({ kind: "final", day: null }, compared, at);
  const chapters = await gatherChapters(actor, scope, earlier);
  const words = draftWords({
    kind,
    campaign,
    issuer: campaign.createdBy.unit.name,
    directive: campaign.directives[0] ?? null,
    countedFrom: scope.from,
    countedTo: scope.to,
    chapters,
  });
  await inTransaction(async (tx) => {
    const { count } = await tx.synthesis.createMany({
      data: [
        {
          id,
          kind,
          campaignId: campaign.id,
          comparedId: compared?.id ?? null,
          countedFrom: scope.from,
          countedTo: scope.to,
          createdAt: at,
          createdById: actor.userId,
          createdBy: actor.fullName,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return;
    const edition = { id, synthesisId: id, number: 1, words, chapters, countedAt: at };
    await writeEdition(tx, actor, edition);
    await recordAudit(tx, actor, {
      action: "synthesis.build",
      subject: { type: "synthesis", id },
      after: { words, chapters },
      details: { name: synthesisName({ kind, countedFrom: scope.from, campaign }) },
    });
  });
  return { id };
}

/** The words as they were edited; the figures stay those that were counted. */
export async function saveSynthesis(actor: Actor, input: SaveSynthesis) {
  const { synthesisId: id, requestId, edition, ...words } = input;
  await inTransaction(async (tx) => {
    const report = await holdReport(tx, actor, id);
    if (await isSent(tx, requestId)) return;
    refuseUnless(canEditSynthesis(actor, report), report.signedAt ? SIGNED : NOT_ALLOWED);
    refuseOlder(report, edition);
    const before = await loadEdition(tx, id, edition);
    await nextEdition(tx, actor, { id, edition, requestId, ...before, words });
    await recordAudit(tx, actor, {
      action: "synthesis.save",
      subject: { type: "synthesis", id },
      before: before.words,
      after: words,
      details: { name: synthesisName(report), version: edition + 1 },
    });
  });
}

/** The figures once more from the units' rows, up to now; edited words stay. */
export async function recountSynthesis(actor: Actor, input: RecountSynthesis) {
  const { synthesisId: id, requestId, edition } = input;
  const at = now();
  const seen = await db.synthesis.findFirst({
    where: { id, AND: visibleSyntheses(actor) },
    select: { kind: true, campaignId: true, comparedId: true, countedFrom: true },
  });
  if (!seen) throw new Refusal("not-found", "Không tìm thấy báo cáo này.");
  const campaign = await findWindow(actor, seen.campaignId);
  const compared = seen.comparedId ? await findWindow(actor, seen.comparedId) : null;
  const day = seen.kind === "daily" ? dayOfScope(seen.countedFrom) : null;
  const scope = scopeOf({ kind: seen.kind, day }, campaign, at);
  const earlier = compared && scopeOf({ kind: "final", day: null }, compared, at);
  const chapters = await gatherChapters(actor, scope, earlier);

  await inTransaction(async (tx) => {
    const report = await holdReport(tx, actor, id);
    if (await isSent(tx, requestId)) return;
    refuseUnless(canEditSynthesis(actor, report), report.signedAt ? SIGNED : NOT_ALLOWED);
    refuseOlder(report, edition);
    const before = await loadEdition(tx, id, edition);
    const words = carryWords(before.words, before.chapters, chapters);
    await nextEdition(tx, actor, { id, edition, requestId, words, chapters, countedAt: at });
    await tx.synthesis.update({
      where: { id },
      data: { countedFrom: scope.from, countedTo: scope.to },
      select: { id: true },
    });
    await recordAudit(tx, actor, {
      action: "synthesis.recount",
      subject: { type: "synthesis", id },
      before: before.chapters,
      after: chapters,
      details: { name: synthesisName(report), version: edition + 1 },
    });
  });
}

/** Put before the leaders of the district, who are told that it waits for them. */
export async function submitSynthesis(actor: Actor, input: SubmitSynthesis) {
  const { synthesisId: id, edition } = input;
  await inTransaction(async (tx) => {
    const report = await holdReport(tx, actor, id);
    if (report.submittedAt) throw new Refusal("conflict", "Báo cáo đã trình ký.");
    refuseUnless(canSubmitSynthesis(actor, report), report.signedAt ? SIGNED : NOT_ALLOWED);
    refuseOlder(report, edition);
    await tx.synthesis.update({
      where: { id, edition, signedAt: null, submittedAt: null },
      data: { submittedAt: now(), submittedBy: actor.fullName },
      select: { id: true },
    });
    const subject = { type: "synthesis", id };
    const name = synthesisName(report);
    await insertNotices(
      tx,
      {
        kind: "synthesis.submit",
        title: `${name} chờ ký`,
        body: `${actor.fullName} trình bản ${edition}.`,
        subject,
        cause: `synthesis.submit:${id}:${edition}`,
      },
      Prisma.sql`SELECT "unitId" AS unit, id AS person FROM "User"
        WHERE role = 'district_leader' AND "unitId" = ${actor.unitId}::uuid AND "disabledAt" IS NULL`,
    );
    await recordAudit(tx, actor, {
      action: "synthesis.submit",
      subject,
      details: { name, version: edition },
    });
  });
}

/** Given its number and day by whoever signs; from then on it stays as it is. */
export async function signSynthesis(actor: Actor, input: SignSynthesis) {
  const { synthesisId: id, edition, number, issuedOn } = input;
  await inTransaction(async (tx) => {
    const report = await holdReport(tx, actor, id);
    if (report.signedAt) throw new Refusal("conflict", SIGNED);
    refuseUnless(canSignSynthesis(actor, report), "Lãnh đạo huyện ký báo cáo.");
    refuseOlder(report, edition);
    await tx.synthesis.update({
      where: { id, edition, signedAt: null },
      data: {
        number,
        issuedOn: dateOf(issuedOn),
        signedAt: now(),
        signedById: actor.userId,
        signedBy: actor.fullName,
      },
      select: { id: true },
    });
    await recordAudit(tx, actor, {
      action: "synthesis.sign",
      subject: { type: "synthesis", id },
      after: { edition, number, issuedOn },
      details: { name: synthesisName(report), number, issuedOn },
    });
  });
}

const dayOfScope = (from: Date) =>
  new Date(from.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

async function findWindow(actor: Actor, id: string) {
  const campaign = await db.campaign.findFirst({
    where: { id, AND: visibleCampaigns(actor) },
    select: {
      id: true,
      name: true,
      startsAt: true,
      endsAt: true,
      createdBy: { select: { unit: { select: { name: true } } } },
      directives: {
        where: { state: { in: ["issued", "closed"] } },
        select: {
          number: true,
          symbol: true,
          place: true,
          signerAuthority: true,
          signerPosition: true,
          signerName: true,
        },
        orderBy: { issuedAt: "asc" },
        take: 1,
      },
    },
  });
  if (!campaign) throw new Refusal("not-found", "Không tìm thấy đợt cao điểm.");
  return campaign;
}

/** Held until the command ends: of two who save at once the second is told. */
async function holdReport(tx: Transaction, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Synthesis" WHERE id = ${id}::uuid FOR UPDATE`;
  const report = await tx.synthesis.findFirst({
    where: { id, AND: visibleSyntheses(actor) },
    select: {
      kind: true,
      countedFrom: true,
      edition: true,
      submittedAt: true,
      signedAt: true,
      campaign: { select: { name: true } },
    },
  });
  if (!report) throw new Refusal("not-found", "Không tìm thấy báo cáo này.");
  return report;
}

async function isSent(tx: Transaction, requestId: string) {
  return (await tx.synthesisEdition.count({ where: { id: requestId } })) > 0;
}

function refuseOlder({ edition }: { edition: number }, seen: number) {
  if (edition === seen) return;
  throw new Refusal("conflict", "Đồng nghiệp vừa lưu một bản mới. Mở lại báo cáo rồi sửa tiếp.");
}

type Next = {
  id: string;
  edition: number;
  requestId: string;
  words: Words;
  chapters: Chapter[];
  countedAt: Date;
};

async function nextEdition(
  tx: Transaction,
  actor: Actor,
  { id, edition, requestId, ...said }: Next,
) {
  const number = edition + 1;
  await tx.synthesis.update({
    where: { id, edition, signedAt: null },
    data: { edition: number, submittedAt: null, submittedBy: "" },
    select: { id: true },
  });
  await writeEdition(tx, actor, { id: requestId, synthesisId: id, number, ...said });
}

type Edition = Omit<Next, "edition" | "requestId"> & { synthesisId: string; number: number };

async function writeEdition(tx: Transaction, actor: Actor, edition: Edition) {
  await tx.synthesisEdition.create({
    data: { ...edition, at: now(), writtenById: actor.userId, writtenBy: actor.fullName },
    select: { id: true },
  });
}
