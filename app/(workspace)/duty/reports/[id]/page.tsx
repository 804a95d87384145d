import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DocumentLinks } from "@/components/documents/document-links";
import { OfficialPaper } from "@/components/documents/official-paper";
import { EditionHistory } from "@/components/duty/quick-reports/edition-history";
import { QuickReportForm } from "@/components/duty/quick-reports/quick-report-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PhoneLink } from "@/components/ui/phone-link";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/auth/session";
import { quickReportLabels } from "@/lib/duty/quick-reports/labels";
import { quickReportDocument } from "@/lib/duty/quick-reports/paper/rules";
import { draftQuickReport, findQuickReport } from "@/lib/duty/quick-reports/queries";
import { formatInstant } from "@/lib/time";
import { fileQuickReportAction } from "../actions";

export const metadata: Metadata = { title: "Báo cáo nhanh" };

export default async function QuickReportPage({ params }: PageProps<"/duty/reports/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const report = id.success ? await findQuickReport(actor, id.data) : null;
  if (!report) notFound();
  const draft = await draftQuickReport(actor, report);
  const newest = quickReportDocument(report);
  const { text, tone } = quickReportLabels[report.state];

  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={`Báo cáo nhanh ${formatInstant(report.dueAt)}`}
          breadcrumb={[
            { href: "/duty", label: "Trực" },
            { href: "/duty/reports", label: "Báo cáo nhanh" },
          ]}
          meta={
            <>
              <span className="font-medium text-ink">{report.unit.name}</span>
              <Badge tone={tone}>{text}</Badge>
              {report.filedAt ? <span>gửi {formatInstant(report.filedAt)}</span> : null}
              <span>{report.campaign.name}</span>
            </>
          }
        >
          {newest ? (
            <>
              <DocumentLinks address={`/api/duty/reports/${report.id}`} />
              <PrintButton />
            </>
          ) : null}
        </PageHeader>
      </div>
      <div className="grid gap-6">
        {newest ? <OfficialPaper document={newest} /> : null}
        {!newest && !draft ? (
          <Card>
            <EmptyState
              title={report.state === "missing" ? "Đơn vị chưa gửi báo cáo" : "Chưa tới giờ gửi"}
              action={
                report.unit.phone ? (
                  <PhoneLink phone={report.unit.phone} name={report.unit.shortName} />
                ) : null
              }
            >
              Gửi được từ {formatInstant(report.opensAt)}.
            </EmptyState>
          </Card>
        ) : null}
        {draft && !newest ? (
          <QuickReportForm
            report={report}
            draft={draft}
            requestId={randomUUID()}
            action={fileQuickReportAction}
          />
        ) : null}
        {draft && newest ? (
          <details className="print:hidden">
            <summary className="w-fit cursor-pointer font-medium text-accent pointer-coarse:py-3">
              Đính chính báo cáo này
            </summary>
            <div className="mt-3">
              {/* A new key after each edition: the next has its own request and empty reason. */}
              <QuickReportForm
                key={report.edition}
                report={report}
                draft={draft}
                requestId={randomUUID()}
                action={fileQuickReportAction}
              />
            </div>
          </details>
        ) : null}
        <EditionHistory editions={report.editions} />
      </div>
    </>
  );
}
