import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { SourceReader } from "@/components/directives/source-reader";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { listCampaignChoices } from "@/lib/campaigns/queries";
import { listRecipientChoices } from "@/lib/directives/drafts/queries";
import { canDraftDirective } from "@/lib/directives/policy";
import { localInput, now } from "@/lib/time";
import { createDraftAction, readSourceAction } from "../actions";

export const metadata: Metadata = { title: "Soạn văn bản" };

const startSchema = z.object({ campaign: z.uuid().optional().catch(undefined) });

export default async function NewDirectivePage({ searchParams }: PageProps<"/directives/new">) {
  const actor = await requireActor();
  if (!canDraftDirective(actor)) notFound();
  const { campaign } = startSchema.parse(await searchParams);
  const [directory, campaigns] = await Promise.all([
    listRecipientChoices(actor),
    listCampaignChoices(actor),
  ]);

  return (
    <>
      <PageHeader
        title="Soạn văn bản"
        breadcrumb={[{ href: "/directives", label: "Văn bản chỉ đạo" }]}
        description="Dán công văn hoặc tải tệp lên. Hệ thống tách thành mục, nhiệm vụ và đơn vị nhận để anh/chị xem lại."
      />
      <SourceReader
        read={readSourceAction}
        create={createDraftAction}
        directory={directory}
        campaigns={campaigns}
        present={localInput(now())}
        campaignId={campaigns.find(({ id }) => id === campaign)?.id}
      />
    </>
  );
}
