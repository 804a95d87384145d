import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeadlineRuleForm } from "@/components/campaigns/deadline-rule-form";
import { DeadlineRuleTable } from "@/components/campaigns/deadline-rule-table";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Plus } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { listDeadlineRules } from "@/lib/campaigns/deadlines/queries";
import { canManageCampaignRules } from "@/lib/campaigns/policy";
import { isoDay, now } from "@/lib/time";
import {
  createDeadlineRuleAction,
  deleteDeadlineRuleAction,
  saveDeadlineRuleAction,
} from "./actions";

export const metadata: Metadata = { title: "Quy tắc hạn" };

export default async function DeadlinesPage() {
  const actor = await requireActor();
  if (!canManageCampaignRules(actor)) notFound();
  const rules = await listDeadlineRules(actor);
  const today = isoDay(now());

  return (
    <>
      <PageHeader
        title="Quy tắc hạn"
        breadcrumb={[{ href: "/admin", label: "Quản trị" }]}
        description="Dự thảo thuộc một đợt được gợi ý hạn theo các quy tắc này; chuyên viên vẫn sửa được từng hạn."
      >
        <Dialog
          trigger="Thêm quy tắc"
          icon={<Plus aria-hidden />}
          variant="primary"
          title="Thêm quy tắc hạn"
        >
          <DeadlineRuleForm action={createDeadlineRuleAction} today={today} />
        </Dialog>
      </PageHeader>
      <Card flush>
        {rules.length > 0 ? (
          <DeadlineRuleTable
            rules={rules}
            save={saveDeadlineRuleAction}
            remove={deleteDeadlineRuleAction}
            today={today}
          />
        ) : (
          <EmptyState title="Chưa có quy tắc hạn nào">
            Thêm quy tắc, chẳng hạn nhiệm vụ tuyên truyền xong trước khi hết đợt 3 ngày.
          </EmptyState>
        )}
      </Card>
    </>
  );
}
