import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PeriodFigures } from "@/components/complaints/period-figures";
import { PeriodForm } from "@/components/complaints/period-form";
import { DocumentLinks } from "@/components/documents/document-links";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { TextArea } from "@/components/ui/text-area";
import { Timeline } from "@/components/ui/timeline";
import { requireActor } from "@/lib/auth/session";
import { extraLabels, reportStateLabels } from "@/lib/complaints/reports/labels";
import { findPeriodReport } from "@/lib/complaints/reports/queries";
import { extras } from "@/lib/complaints/reports/schema";
import { formatInstant } from "@/lib/time";
import { returnPeriodReportAction, sendPeriodReportAction } from "../../actions";

export const metadata: Metadata = { title: "Báo cáo kỳ" };

export default async function PeriodReportPage({
  params,
}: PageProps<"/complaints/periods/reports/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const report = id.success ? await findPeriodReport(actor, id.data) : null;
  if (!report) notFound();
  const [newest] = report.editions;
  const { text, tone } = reportStateLabels[report.state];
  const form = (
    <PeriodForm
      key={report.edition}
      reportId={report.id}
      requestId={randomUUID()}
      edition={report.edition}
      figures={newest?.figures ?? report.counted}
      note={newest?.note ?? ""}
      action={sendPeriodReportAction}
    />
  );
  return (
    <>
      <PageHeader
        title={`${report.telco.name}: ${report.period.name}`}
        breadcrumb={[{ href: "/complaints/periods", label: "Báo cáo kỳ" }]}
        meta={
          <>
            <Badge tone={tone}>{text}</Badge>
            <span>hạn {formatInstant(report.period.dueAt)}</span>
          </>
        }
      >
        {newest ? (
          <>
            <DocumentLinks
              address={`/api/complaints/reports/${report.id}`}
              print={`/complaints/periods/reports/${report.id}/print`}
            />
            <ButtonLink
              href={`/api/complaints/reports/${report.id}/workbook`}
              variant="ghost"
              download
            >
              Tải Excel
            </ButtonLink>
          </>
        ) : null}
        {report.mayReturn ? (
          <ConfirmAction
            action={returnPeriodReportAction}
            hidden={{ reportId: report.id, edition: String(report.edition) }}
            label="Trả lại"
            question="Trả lại báo cáo này?"
          >
            <TextArea label="Lý do" name="reason" rows={3} />
          </ConfirmAction>
        ) : null}
      </PageHeader>
      <div className="grid gap-6">
        {report.returnedAt ? (
          <Alert tone="warning" title="Huyện trả lại">
            {report.returnReason}
          </Alert>
        ) : null}
        {newest ? (
          <>
            {report.remarks.length > 0 ? (
              <Alert tone="warning" title="Khác với hồ sơ">
                <ul>
                  {report.remarks.map((remark) => (
                    <li key={remark}>{remark}</li>
                  ))}
                </ul>
              </Alert>
            ) : (
              <Alert tone="success">Số liệu cân và khớp với hồ sơ phản ánh.</Alert>
            )}
            <Card flush>
              <PeriodFigures figures={newest.figures} />
            </Card>
            <Card title="Chặn lọc, yêu cầu">
              <DefinitionList
                items={extras.map((extra) => [
                  extraLabels[extra],
                  String(newest.figures.extra[extra]),
                ])}
              />
              {newest.note ? <p className="mt-4 whitespace-pre-line">{newest.note}</p> : null}
            </Card>
          </>
        ) : null}
        {report.maySend && !newest ? form : null}
        {report.maySend && newest ? (
          <details open={report.returnedAt !== null}>
            <summary className="w-fit cursor-pointer font-medium text-accent pointer-coarse:py-3">
              Sửa báo cáo này
            </summary>
            <div className="mt-3">{form}</div>
          </details>
        ) : null}
        {newest ? (
          <Card title="Các lần gửi">
            <Timeline
              items={report.editions.map(({ id: editionId, number, at, by, reason }) => ({
                id: editionId,
                title: number > 1 ? `Sửa lần ${number - 1}` : "Gửi lần đầu",
                at: formatInstant(at),
                by,
                body: reason || undefined,
              }))}
            />
          </Card>
        ) : (
          !report.maySend && <Alert tone="info">Nhà mạng chưa gửi báo cáo này.</Alert>
        )}
      </div>
    </>
  );
}
