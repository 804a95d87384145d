import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TemplateForm } from "@/components/campaigns/template-form";
import { TemplateTable } from "@/components/campaigns/template-table";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Plus } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { canManageCampaignRules } from "@/lib/campaigns/policy";
import { listTemplates } from "@/lib/campaigns/templates/queries";
import { createTemplateAction, deleteTemplateAction, saveTemplateAction } from "./actions";

export const metadata: Metadata = { title: "Mẫu đợt cao điểm" };

export default async function TemplatesPage() {
  const actor = await requireActor();
  if (!canManageCampaignRules(actor)) notFound();
  const templates = await listTemplates(actor);

  return (
    <>
      <PageHeader
        title="Mẫu đợt cao điểm"
        breadcrumb={[{ href: "/admin", label: "Quản trị" }]}
        description="Từ mẫu và một năm, hệ thống tính ngày dương và ngày âm của đợt; chuyên viên sửa lại rồi lưu."
      >
        <Dialog
          trigger="Thêm mẫu"
          icon={<Plus aria-hidden />}
          variant="primary"
          width="lg"
          title="Thêm mẫu đợt cao điểm"
        >
          <TemplateForm action={createTemplateAction} />
        </Dialog>
      </PageHeader>
      <Card flush>
        {templates.length > 0 ? (
          <TemplateTable
            templates={templates}
            save={saveTemplateAction}
            remove={deleteTemplateAction}
          />
        ) : (
          <EmptyState title="Chưa có mẫu nào">
            Thêm mẫu để chuyên viên lập đợt nhanh hơn; không có mẫu vẫn lập được đợt riêng.
          </EmptyState>
        )}
      </Card>
    </>
  );
}
