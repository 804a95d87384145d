import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CampaignEditor } from "@/components/campaigns/campaign-editor";
import { EarlierExperience } from "@/components/campaigns/earlier-experience";
import { StartForms } from "@/components/campaigns/start-forms";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { type StartingPoint, startingPointSchema } from "@/lib/campaigns/cloning/schema";
import { listReasons, summariseLate } from "@/lib/campaigns/lateness/queries";
import { listLessons } from "@/lib/campaigns/lessons/queries";
import { canPlanCampaign } from "@/lib/campaigns/policy";
import { findCampaign, listCampaignDirectives, listCampaigns } from "@/lib/campaigns/queries";
import { asPlan, emptyPlan, repeatPlan } from "@/lib/campaigns/rules";
import { findTemplate, listTemplates } from "@/lib/campaigns/templates/queries";
import { planFromTemplate } from "@/lib/campaigns/templates/rules";
import { isoDay, now } from "@/lib/time";
import { cloneCampaignAction, createCampaignAction } from "../actions";

export const metadata: Metadata = { title: "Lập đợt cao điểm" };

export default async function NewCampaignPage({ searchParams }: PageProps<"/campaigns/new">) {
  const actor = await requireActor();
  if (!canPlanCampaign(actor)) notFound();
  const start = startingPointSchema.parse(await searchParams);
  const year = start.year ?? Number(isoDay(now()).slice(0, 4)) + 1;
  const [templates, campaigns, begun] = await Promise.all([
    listTemplates(actor),
    listCampaigns(actor, {}),
    beginning(actor, start, year),
  ]);
  if (!begun) notFound();

  return (
    <>
      <PageHeader
        title="Lập đợt cao điểm"
        breadcrumb={[{ href: "/campaigns", label: "Đợt cao điểm" }]}
        description="Chọn mẫu và năm để tính ngày, xem lại, sửa theo thông báo của năm đó rồi lưu."
      />
      <div className="grid gap-8">
        <StartForms
          templates={templates}
          campaigns={campaigns.rows}
          template={start.template}
          from={start.from}
          year={year}
        />
        <Section
          title="Xem lại trước khi lưu"
          description={begun.from ? `Nhân bản từ: ${begun.from.name}` : undefined}
        >
          {begun.experience ? <EarlierExperience {...begun.experience} /> : null}
          <CampaignEditor
            key={`${start.template}${start.from}${year}`}
            action={begun.from ? cloneCampaignAction : createCampaignAction}
            plan={begun.plan}
            hidden={{
              requestId: randomUUID(),
              ...(begun.from ? { campaignId: begun.from.id } : {}),
            }}
            submitLabel="Lưu đợt cao điểm"
            cloneable={begun.directives}
          />
        </Section>
      </div>
    </>
  );
}

/** What the editor starts with; null when the template or campaign named is not there. */
async function beginning(actor: Actor, { template, from }: StartingPoint, year: number) {
  if (from) {
    const campaign = await findCampaign(actor, from);
    if (!campaign) return null;
    const [directives, lessons, summary, reasons] = await Promise.all([
      listCampaignDirectives(actor, from),
      listLessons(actor, from),
      summariseLate(actor, from),
      listReasons(actor, from),
    ]);
    return {
      plan: repeatPlan(asPlan(campaign), year),
      from: campaign,
      directives: directives.length,
      experience: { campaign, lessons, summary, reasons },
    };
  }
  if (!template) return { plan: emptyPlan(year), from: null };
  const found = await findTemplate(actor, template);
  return found ? { plan: planFromTemplate(found, year), from: null } : null;
}
