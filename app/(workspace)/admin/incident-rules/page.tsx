import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskCard } from "@/components/incidents/desk-card";
import { IncidentRuleTable } from "@/components/incidents/incident-rule-table";
import { RuleForm } from "@/components/incidents/rule-form";
import { TaskTemplateCard } from "@/components/incidents/task-template-card";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { listIncidentRules } from "@/lib/incidents/deadlines/queries";
import { listDeskChoices, listDeskRows } from "@/lib/incidents/desks/queries";
import { canManageIncidentRules, canSeeIncidentRules } from "@/lib/incidents/policy";
import { listTaskTemplates } from "@/lib/incidents/tasks/queries";
import {
  addDeskAction,
  createIncidentRuleAction,
  createTaskTemplateAction,
  deleteIncidentRuleAction,
  deleteTaskTemplateAction,
  removeDeskAction,
  saveIncidentRuleAction,
} from "./actions";

export const metadata: Metadata = { title: "Quy định về sự cố" };

export default async function IncidentRulesPage() {
  const actor = await requireActor();
  if (!canSeeIncidentRules(actor)) notFound();
  const manages = canManageIncidentRules(actor);
  const [rules, templates, desks, units] = await Promise.all([
    listIncidentRules(actor),
    listTaskTemplates(actor),
    listDeskRows(actor),
    listDeskChoices(actor),
  ]);

  return (
    <>
      <PageHeader
        title="Quy định về sự cố"
        breadcrumb={manages ? [{ href: "/admin", label: "Quản trị" }] : undefined}
        description="Hạn báo cáo theo ngày phát hiện sự cố. Sửa ở đây áp dụng cho sự cố báo sau; sự cố đã báo giữ hạn của nó."
      >
        {manages ? (
          <Dialog trigger="Thêm quy tắc hạn" title="Thêm quy tắc hạn" variant="primary">
            <RuleForm action={createIncidentRuleAction} />
          </Dialog>
        ) : null}
      </PageHeader>
      <div className="grid gap-6">
        <Card title="Hạn báo cáo" flush>
          <IncidentRuleTable
            rules={rules}
            save={manages ? saveIncidentRuleAction : null}
            remove={deleteIncidentRuleAction}
          />
        </Card>
        <TaskTemplateCard
          templates={templates}
          create={manages ? createTaskTemplateAction : null}
          remove={deleteTaskTemplateAction}
        />
        <DeskCard
          desks={desks}
          units={units}
          add={manages ? addDeskAction : null}
          remove={removeDeskAction}
        />
      </div>
    </>
  );
}
