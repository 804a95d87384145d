import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ComplaintTabs } from "@/components/complaints/complaint-tabs";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DateTimeField } from "@/components/ui/date-time-field";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/auth/session";
import { canAskForReports, canSeeComplaintFigures } from "@/lib/complaints/policy";
import { reportStateLabels } from "@/lib/complaints/reports/labels";
import { listPeriods } from "@/lib/complaints/reports/queries";
import { findPart } from "@/lib/complaints/standing/queries";
import { formatDay, formatInstant } from "@/lib/time";
import { askForReportsAction } from "./actions";

export const metadata: Metadata = { title: "Báo cáo kỳ" };

export default async function PeriodsPage() {
  const actor = await requireActor();
  const part = await findPart(actor);
  const above = canSeeComplaintFigures(actor, part);
  if (!above && part !== "telco") notFound();
  const periods = await listPeriods(actor);
  return (
    <>
      <PageHeader title="Báo cáo kỳ" meta={above ? undefined : actor.unitName} />
      <ComplaintTabs current="periods" part={part} />
      <div className="grid gap-6">
        {canAskForReports(actor) ? (
          <Card title="Yêu cầu báo cáo kỳ mới">
            <ActionForm
              action={askForReportsAction}
              label="Yêu cầu báo cáo kỳ"
              footer={<SubmitButton>Yêu cầu các nhà mạng</SubmitButton>}
            >
              <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
                <TextField label="Tên kỳ" name="name" />
                <DateTimeField label="Từ ngày" name="startsOn" precision="day" />
                <DateTimeField label="Đến hết ngày" name="endsOn" precision="day" />
                <DateTimeField label="Hạn gửi" name="dueAt" />
              </div>
            </ActionForm>
          </Card>
        ) : null}
        <Card flush>
          {periods.length === 0 ? (
            <EmptyState title="Chưa có kỳ báo cáo nào">
              Huyện yêu cầu thì kỳ báo cáo hiện ở đây.
            </EmptyState>
          ) : null}
          <ul>
            {periods.map((period) => (
              <li
                key={period.id}
                className="grid gap-2 border-b border-line px-4 py-4 last:border-0 sm:px-5"
              >
                <p className="font-medium">
                  {above ? (
                    <TextLink href={`/complaints/periods/${period.id}`}>{period.name}</TextLink>
                  ) : (
                    period.name
                  )}
                </p>
                <p className="text-sm text-ink-muted">
                  {formatDay(period.startsOn)} đến {formatDay(period.endsOn)} · hạn{" "}
                  {formatInstant(period.dueAt)}
                </p>
                <ul className="flex flex-wrap gap-x-4 gap-y-2">
                  {period.reports.map(({ id, telco, state }) => (
                    <li key={id} className="flex flex-wrap items-center gap-2">
                      <TextLink
                        href={`/complaints/periods/reports/${id}`}
                        className="pointer-coarse:py-2"
                      >
                        {above
                          ? telco.shortName
                          : state === "waiting" || state === "missing"
                            ? "Lập báo cáo kỳ"
                            : "Xem báo cáo"}
                        <span className="sr-only"> {period.name}</span>
                      </TextLink>
                      <Badge tone={reportStateLabels[state].tone}>
                        {reportStateLabels[state].text}
                      </Badge>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
