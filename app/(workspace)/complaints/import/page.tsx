import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ComplaintTabs } from "@/components/complaints/complaint-tabs";
import { ImportTable } from "@/components/complaints/import-table";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FileField } from "@/components/ui/file-field";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireActor } from "@/lib/auth/session";
import { listImports } from "@/lib/complaints/import/queries";
import { canImportComplaints } from "@/lib/complaints/policy";
import { findPart } from "@/lib/complaints/standing/queries";
import { uploadImportAction } from "./actions";

export const metadata: Metadata = { title: "Nhập phản ánh từ tệp" };

export default async function ImportsPage() {
  const actor = await requireActor();
  const part = await findPart(actor);
  if (!canImportComplaints(part)) notFound();
  const rows = await listImports(actor);
  return (
    <>
      <PageHeader title="Nhập phản ánh từ tệp" meta={actor.unitName} />
      <ComplaintTabs current="import" part={part} />
      <div className="grid gap-6">
        <Card
          title="Tệp mới"
          description="Dòng đầu là tên cột. Nhập lại tệp cũ không sinh dòng trùng."
        >
          <ActionForm
            action={uploadImportAction}
            hidden={{ importId: randomUUID() }}
            label="Tệp phản ánh"
            footer={<SubmitButton pendingLabel="Đang đọc tệp…">Tải tệp lên</SubmitButton>}
          >
            <FileField
              label="Tệp phản ánh"
              name="file"
              accept=".xlsx,.csv,.txt"
              hint="Tệp .csv (UTF-8) hoặc .xlsx, tối đa 20 MB."
            />
          </ActionForm>
        </Card>
        <Card title="Các lần nhập" flush>
          {rows.length > 0 ? (
            <ImportTable rows={rows} />
          ) : (
            <EmptyState title="Chưa nhập tệp nào">Tải tệp đầu tiên ở trên.</EmptyState>
          )}
        </Card>
      </div>
    </>
  );
}
