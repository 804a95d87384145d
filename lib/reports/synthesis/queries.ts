import "server-only";

import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import type { OfficialDocument } from "@/lib/documents/official/schema";
import { formatInstant, now } from "@/lib/time";
import { chapterSchema } from "../chapters/schema";
import {
  canEditSynthesis,
  canSignSynthesis,
  canSubmitSynthesis,
  visibleSyntheses,
} from "../policy";
import { synthesisSheets } from "./annexes/rules";
import { synthesisName } from "./labels";
import { synthesisDocument } from "./paper/rules";
import { editedChapters } from "./rules";
import { type SynthesisFilter, wordsSchema } from "./schema";

const PER_PAGE = 30;

const facts = {
  id: true,
  kind: true,
  number: true,
  issuedOn: true,
  countedFrom: true,
  countedTo: true,
  edition: true,
  createdAt: true,
  createdBy: true,
  submittedAt: true,
  submittedBy: true,
  signedAt: true,
  signedBy: true,
  campaign: {
    select: {
      id: true,
      name: true,
      createdBy: { select: { unit: { select: { name: true } } } },
    },
  },
  compared: { select: { id: true, name: true } },
} as const;

/** Reports to the province, newest first. */
export async function listSyntheses(actor: Actor, filter: SynthesisFilter) {
  const rows = await db.synthesis.findMany({
    where: {
      AND: [
        visibleSyntheses(actor),
        filter.kind ? { kind: filter.kind } : {},
        filter.campaign ? { campaignId: filter.campaign } : {},
      ],
    },
    select: facts,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (filter.page - 1) * PER_PAGE,
    take: PER_PAGE + 1,
  });
  return { rows: rows.slice(0, PER_PAGE), hasNext: rows.length > PER_PAGE };
}

export type SynthesisRow = Awaited<ReturnType<typeof listSyntheses>>["rows"][number];

/** One report with its newest edition; null when not visible. */
export async function findSynthesis(actor: Actor, id: string) {
  const report = await db.synthesis.findFirst({
    where: { id, AND: visibleSyntheses(actor) },
    select: {
      ...facts,
      editions: {
        orderBy: { number: "desc" },
        select: { number: true, at: true, writtenBy: true, countedAt: true },
        take: 30,
      },
    },
  });
  if (!report) return null;
  const { words, chapters, countedAt } = await loadEdition(db, id, report.edition);
  return {
    ...report,
    name: synthesisName(report),
    issuer: report.campaign.createdBy.unit.name,
    issuedOn: report.issuedOn?.toISOString().slice(0, 10) ?? null,
    words,
    chapters,
    countedAt,
    edited: editedChapters(words, chapters).map(({ code }) => code),
    mayEdit: canEditSynthesis(actor, report),
    maySubmit: canSubmitSynthesis(actor, report),
    maySign: canSignSynthesis(actor, report),
  };
}

export type SynthesisView = NonNullable<Awaited<ReturnType<typeof findSynthesis>>>;

/** The words and figures of one edition. */
export async function loadEdition(tx: Transaction, synthesisId: string, number: number) {
  const edition = await tx.synthesisEdition.findUniqueOrThrow({
    where: { synthesisId_number: { synthesisId, number } },
    select: { words: true, chapters: true, countedAt: true },
  });
  return {
    words: wordsSchema.parse(edition.words),
    chapters: z.array(chapterSchema).parse(edition.chapters),
    countedAt: edition.countedAt,
  };
}

/** The report as a document of Nghị định 30. */
export async function findSynthesisDocument(
  actor: Actor,
  id: string,
): Promise<OfficialDocument | null> {
  const report = await findSynthesis(actor, id);
  return report && synthesisDocument(report);
}

/** One sheet per annex. */
export async function findSynthesisSheets(actor: Actor, id: string) {
  const report = await findSynthesis(actor, id);
  if (!report) return null;
  const heading = [report.name, `Số liệu lúc ${formatInstant(report.countedAt)}`];
  const sheets = synthesisSheets({
    heading,
    compared: report.compared?.name ?? null,
    chapters: report.chapters,
  });
  return { name: report.name, sheets };
}

/** What a report can be built of, and compared with: campaigns that have begun. */
export async function listReportedCampaigns(actor: Actor) {
  return db.campaign.findMany({
    where: {
      openedAt: { not: null },
      startsAt: { lte: now() },
      ...(canReadAny(actor) ? {} : { id: { in: [] } }),
    },
    select: { id: true, name: true, clonedFromId: true, startsAt: true },
    orderBy: [{ closedAt: { sort: "desc", nulls: "first" } }, { startsAt: "desc" }, { id: "desc" }],
    take: 30,
  });
}

export type ReportedCampaign = Awaited<ReturnType<typeof listReportedCampaigns>>[number];

const canReadAny = (actor: Actor) => !("id" in visibleSyntheses(actor));
