import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LadderCard } from "@/components/directives/ladders/ladder-card";
import { LadderForm } from "@/components/directives/ladders/ladder-form";
import { Dialog } from "@/components/ui/dialog";
import { Plus } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { canManageLadders, canSeeLadders } from "@/lib/directives/ladders/policy";
import { listLadders } from "@/lib/directives/ladders/queries";
import {
  addRuleAction,
  createLadderAction,
  setDefaultLadderAction,
  updateLadderAction,
  updateRuleAction,
} from "./actions";
import { EscalationBody } from "./escalation-body";

export const metadata: Metadata = { title: "Nhắc tự động" };

export default async function LaddersPage() {
  const actor = await requireActor();
  if (!canSeeLadders(actor)) notFound();
  const ladders = await listLadders(actor);
  const mayManage = canManageLadders(actor);
  const actions = {
    updateLadder: updateLadderAction,
    useByDefault: setDefaultLadderAction,
    addRule: addRuleAction,
    updateRule: updateRuleAction,
  };

  return (
    <>
      <PageHeader
        title="Nhắc tự động"
        breadcrumb={
          mayManage
            ? [{ href: "/admin", label: "Quản trị" }]
            : [{ href: "/directives", label: "Văn bản chỉ đạo" }]
        }
        description="Ai được báo vào lúc nào khi đơn vị chưa tiếp nhận hoặc chưa báo cáo. Mỗi bậc nhắc một lần; lỡ nhiều bậc thì chỉ nhắc bậc mới nhất."
      >
        {mayManage ? (
          <Dialog
            trigger="Thêm bộ nhắc"
            icon={<Plus aria-hidden />}
            variant="primary"
            width="sm"
            title="Thêm bộ nhắc"
          >
            <LadderForm action={createLadderAction} ladder={null} />
          </Dialog>
        ) : null}
      </PageHeader>
      <div className="grid gap-6">
        {ladders.map((ladder) => (
          <LadderCard key={ladder.id} ladder={ladder} actions={mayManage ? actions : null} />
        ))}
      </div>
      <EscalationBody actor={actor} />
    </>
  );
}
