import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DirectiveHeader } from "@/components/directives/directive-header";
import { PeriodicSheet } from "@/components/directives/periodic-sheet";
import { Card } from "@/components/ui/card";
import { FilterLinks } from "@/components/ui/filter-links";
import { Pagination } from "@/components/ui/pagination";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/auth/session";
import { recurrenceWords } from "@/lib/directives/periodic/labels";
import { findPeriodicSheet, listPeriodicObligations } from "@/lib/directives/periodic/queries";
import { periodicFilterSchema, recurrenceSchema } from "@/lib/directives/periodic/schema";
import { canTrackDirective } from "@/lib/directives/policy";
import { findDirective } from "@/lib/directives/queries";
import { shorten } from "@/lib/directives/rules";

export const metadata: Metadata = { title: "Báo cáo định kỳ" };

export default async function PeriodicPage({
  params,
  searchParams,
}: PageProps<"/directives/[id]/periodic">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const directive = id.success ? await findDirective(actor, id.data) : null;
  if (!directive || !canTrackDirective(actor, directive)) notFound();

  const filter = periodicFilterSchema.parse(await searchParams);
  const obligations = await listPeriodicObligations(actor, directive.id);
  const chosen = obligations.find((one) => one.id === filter.obligation) ?? obligations[0];
  if (!chosen) notFound();
  const sheet = await findPeriodicSheet(actor, { ...filter, obligation: chosen.id });
  const page = `/directives/${directive.id}/periodic`;
  const link = (obligation: string, at = 1) => `${page}?obligation=${obligation}&page=${at}`;

  return (
    <>
      <DirectiveHeader directive={directive} current="periodic" tracked>
        <PrintButton />
      </DirectiveHeader>
      <div className="grid gap-6">
        {obligations.length > 1 ? (
          <FilterLinks
            label="Chọn nhiệm vụ báo cáo định kỳ"
            links={obligations.map((one) => ({
              href: link(one.id),
              label: shorten(one.text, 50),
              current: one.id === chosen.id,
            }))}
          />
        ) : null}
        <Card
          title={shorten(chosen.text, 120)}
          description={recurrenceWords(recurrenceSchema.parse(chosen.recurrence))}
          flush
        >
          <PeriodicSheet directiveId={directive.id} rows={sheet?.rows ?? []} />
        </Card>
        <Pagination
          previousHref={filter.page > 1 ? link(chosen.id, filter.page - 1) : undefined}
          nextHref={sheet?.hasNext ? link(chosen.id, filter.page + 1) : undefined}
        />
      </div>
    </>
  );
}
