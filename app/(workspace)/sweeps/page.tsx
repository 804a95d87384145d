import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { AdvisoryTabs } from "@/components/advisories/advisory-tabs";
import { RoundTable } from "@/components/sweeps/round-table";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { DateTimeField } from "@/components/ui/date-time-field";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { requireActor } from "@/lib/auth/session";
import { canSeeAllSweeps } from "@/lib/sweeps/policy";
import { listSweepCampaigns, listSweepRounds } from "@/lib/sweeps/queries";
import { openSweepAction } from "./actions";

export const metadata: Metadata = { title: "Rà soát" };

export default async function SweepsPage() {
  const actor = await requireActor();
  const [rounds, campaigns] = await Promise.all([
    listSweepRounds(actor),
    listSweepCampaigns(actor),
  ]);
  return (
    <>
      <PageHeader
        title="Rà soát"
        description="Mỗi vòng, đơn vị kiểm tra toàn bộ máy chủ, máy trạm, săn lùng và gỡ mã độc, vá lỗ hổng."
      >
        {campaigns.length > 0 ? (
          <Dialog trigger="Mở vòng rà soát" title="Mở vòng rà soát" variant="primary">
            <ActionForm
              action={openSweepAction}
              hidden={{ roundId: randomUUID() }}
              label="Mở vòng rà soát"
              footer={<SubmitButton>Mở vòng</SubmitButton>}
            >
              <SelectField
                label="Đợt cao điểm"
                name="campaignId"
                options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <DateTimeField label="Hạn báo cáo" name="dueAt" />
              <TextArea label="Yêu cầu" name="request" rows={3} optional maxLength={2000} />
            </ActionForm>
          </Dialog>
        ) : null}
      </PageHeader>
      <AdvisoryTabs current="sweeps" all={canSeeAllSweeps(actor)} />
      <Card flush>
        {rounds.length > 0 ? (
          <RoundTable rows={rounds} />
        ) : (
          <EmptyState title="Chưa có vòng rà soát nào">
            {campaigns.length > 0
              ? "Bấm “Mở vòng rà soát”: mọi đơn vị được báo."
              : "Huyện mở vòng rà soát trong một đợt cao điểm."}
          </EmptyState>
        )}
      </Card>
    </>
  );
}
