import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { CallSheet } from "@/components/directives/calls/call-sheet";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/auth/session";
import { silenceLabels } from "@/lib/directives/calls/labels";
import { canSeeCalls } from "@/lib/directives/calls/policy";
import { listCallSheet } from "@/lib/directives/calls/queries";
import { byKind } from "@/lib/directives/calls/rules";
import { callFilterSchema } from "@/lib/directives/calls/schema";
import { documentNumber } from "@/lib/directives/labels";
import { findDirective } from "@/lib/directives/queries";
import { formatInstant, now } from "@/lib/time";

export const metadata: Metadata = { title: "Danh sách gọi điện, bản in" };

export default async function CallSheetPage({
  params,
  searchParams,
}: PageProps<"/directives/[id]/calls/print">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const directive = id.success ? await findDirective(actor, id.data) : null;
  if (!directive || !canSeeCalls(actor, directive)) notFound();
  const filter = callFilterSchema.parse(await searchParams);
  const units = await listCallSheet(actor, directive.id, filter);
  if (!units) notFound();

  return (
    <>
      <PageHeader
        title="Danh sách gọi điện"
        breadcrumb={[
          { href: `/directives/${directive.id}`, label: documentNumber(directive) },
          { href: `/directives/${directive.id}/calls`, label: "Gọi điện" },
        ]}
        description={`${documentNumber(directive)}: ${directive.subject}`}
        meta={`${silenceLabels[filter.waiting]}: ${units.length} đơn vị, lúc ${formatInstant(now())}`}
      >
        <PrintButton variant="primary" />
      </PageHeader>
      <div className="grid gap-6 print:gap-3">
        {byKind(units).map(({ kind, rows }) => (
          <Card key={kind} title={`${kind} (${rows.length})`} flush>
            <CallSheet kind={kind} units={rows} />
          </Card>
        ))}
        {units.length === 0 ? (
          <Card>
            <EmptyState title="Không còn đơn vị nào phải gọi" />
          </Card>
        ) : null}
      </div>
    </>
  );
}
