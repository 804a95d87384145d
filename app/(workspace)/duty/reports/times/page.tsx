import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { TimesForm } from "@/components/duty/quick-reports/times-form";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { canSetReportTimes } from "@/lib/duty/quick-reports/policy";
import { findReportTimes } from "@/lib/duty/quick-reports/times/queries";
import { saveReportTimesAction } from "../actions";

export const metadata: Metadata = { title: "Giờ báo cáo nhanh" };

export default async function ReportTimesPage({ searchParams }: PageProps<"/duty/reports/times">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await searchParams).campaign);
  const found =
    id.success && canSetReportTimes(actor) ? await findReportTimes(actor, id.data) : null;
  if (!found) notFound();
  const { campaign, times, version } = found;
  return (
    <>
      <PageHeader
        title="Giờ báo cáo nhanh"
        breadcrumb={[
          { href: "/duty", label: "Trực" },
          { href: `/duty/reports?campaign=${campaign.id}`, label: "Báo cáo nhanh" },
        ]}
        meta={campaign.name}
        description="Mỗi đơn vị phải trực gửi một báo cáo ở mỗi giờ, mỗi ngày của đợt. Giờ mới áp dụng cho các kỳ sắp tới."
      />
      <div className="grid max-w-3xl gap-6">
        {campaign.openedAt ? null : (
          <Alert tone="info">Các đơn vị bắt đầu báo cáo khi đợt được mở.</Alert>
        )}
        {campaign.closedAt ? (
          <Alert tone="info">Đợt đã kết thúc, không đặt giờ báo cáo nữa.</Alert>
        ) : (
          <Card>
            <TimesForm
              campaignId={campaign.id}
              times={times}
              version={version}
              action={saveReportTimesAction}
            />
          </Card>
        )}
      </div>
    </>
  );
}
