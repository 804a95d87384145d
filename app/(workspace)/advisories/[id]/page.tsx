import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AdvisoryContent } from "@/components/advisories/advisory-content";
import { AdvisoryMarks } from "@/components/advisories/advisory-marks";
import { HandlingBody } from "@/components/advisories/handling-body";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { findAdvisory, findHandling } from "@/lib/advisories/detail/queries";
import { seeAdvisory } from "@/lib/advisories/handling/commands";
import { canHandleAdvisory, canSeeAllAdvisories } from "@/lib/advisories/policy";
import { requireActor } from "@/lib/auth/session";
import { now } from "@/lib/time";
import { handlingActions } from "../handling-actions";
import { AnswersBody } from "./answers-body";

export const metadata: Metadata = { title: "Cảnh báo" };

export default async function AdvisoryPage({
  params,
  searchParams,
}: PageProps<"/advisories/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const advisory = id.success ? await findAdvisory(actor, id.data) : null;
  if (!advisory) notFound();
  const { unitId } = actor;
  if (canHandleAdvisory(actor, { unitId })) await seeAdvisory(actor, advisory.id);
  const handling = await findHandling(actor, { advisoryId: advisory.id, unitId });

  return (
    <>
      <PageHeader
        title={advisory.subject}
        breadcrumb={[{ href: "/advisories", label: "Cảnh báo" }]}
        meta={
          <>
            <AdvisoryMarks
              rhythm={advisory.rhythm}
              exploited={advisory.items.some(({ knownExploitedAt }) => knownExploitedAt)}
            />
            <span>{[advisory.number, advisory.issuer].filter(Boolean).join(" · ")}</span>
            {advisory.edition > 1 ? <span>Bản {advisory.edition}</span> : null}
          </>
        }
      >
        {advisory.mayIssue ? (
          <ButtonLink href={`/advisories/${advisory.id}/edit`}>
            {advisory.edition > 0 ? "Phát bản mới" : "Sửa dự thảo"}
          </ButtonLink>
        ) : null}
      </PageHeader>
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="grid min-w-0 gap-6">
          {handling ? (
            <HandlingBody handling={handling} at={now()} actions={handlingActions} />
          ) : null}
          {canSeeAllAdvisories(actor) ? (
            <AnswersBody actor={actor} advisory={advisory} query={await searchParams} />
          ) : null}
        </div>
        <div className="grid min-w-0 gap-6">
          <AdvisoryContent advisory={advisory} />
        </div>
      </div>
    </>
  );
}
