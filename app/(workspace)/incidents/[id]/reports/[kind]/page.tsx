import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ReportForm } from "@/components/incidents/reports/report-form";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { partFields } from "@/lib/incidents/reports/forms/filling/rules";
import { findReportForm } from "@/lib/incidents/reports/forms/queries";
import { reportKindSchema } from "@/lib/incidents/reports/forms/schema";
import { reportLabels } from "@/lib/incidents/reports/labels";
import { sendReportAction } from "../actions";

export const metadata: Metadata = { title: "Báo cáo sự cố theo mẫu" };

const path = z.object({ id: z.uuid(), kind: reportKindSchema });

export default async function ReportFormPage({
  params,
}: PageProps<"/incidents/[id]/reports/[kind]">) {
  const actor = await requireActor();
  const asked = path.safeParse(await params);
  const form = asked.success ? await findReportForm(actor, asked.data.id, asked.data.kind) : null;
  if (!asked.success || !form) notFound();

  const { kind } = asked.data;
  return (
    <>
      <PageHeader
        title={reportLabels[kind]}
        breadcrumb={[
          { href: "/incidents", label: "Sự cố" },
          { href: `/incidents/${form.id}`, label: form.code },
        ]}
        meta={form.drill ? <Badge tone="warning">Diễn tập</Badge> : null}
      />
      <div className="grid max-w-3xl gap-6">
        {form.sent > 0 ? (
          <Alert tone="info">
            Sự cố này đã có {form.sent} bản. Bản gửi lần này được lưu thêm, các bản trước giữ
            nguyên.
          </Alert>
        ) : null}
        <ReportForm
          incidentId={form.id}
          requestId={randomUUID()}
          kind={kind}
          filled={form.filled}
          parts={partFields(kind, form.filled)}
          action={sendReportAction}
        />
      </div>
    </>
  );
}
