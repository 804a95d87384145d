import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { CampaignEditor } from "@/components/campaigns/campaign-editor";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { canEditCampaign } from "@/lib/campaigns/policy";
import { findCampaign } from "@/lib/campaigns/queries";
import { asPlan } from "@/lib/campaigns/rules";
import { saveCampaignAction } from "../../actions";

export const metadata: Metadata = { title: "Sửa đợt cao điểm" };

export default async function EditCampaignPage({ params }: PageProps<"/campaigns/[id]/edit">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const campaign = id.success ? await findCampaign(actor, id.data) : null;
  if (!campaign || !canEditCampaign(actor, campaign)) notFound();

  return (
    <>
      <PageHeader
        title="Sửa đợt cao điểm"
        breadcrumb={[
          { href: "/campaigns", label: "Đợt cao điểm" },
          { href: `/campaigns/${campaign.id}`, label: campaign.name },
        ]}
        description="Hạn của các nhiệm vụ đã giao không đổi theo."
      />
      <CampaignEditor
        action={saveCampaignAction}
        plan={asPlan(campaign)}
        hidden={{ campaignId: campaign.id, version: String(campaign.version) }}
        submitLabel="Lưu thay đổi"
      />
    </>
  );
}
