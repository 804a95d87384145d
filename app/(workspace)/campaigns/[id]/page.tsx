import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { CampaignActions } from "@/components/campaigns/campaign-actions";
import { CampaignDirectiveTable } from "@/components/campaigns/campaign-directive-table";
import { CampaignFacts } from "@/components/campaigns/campaign-facts";
import { LessonList } from "@/components/campaigns/lesson-list";
import { OccasionTable } from "@/components/campaigns/occasion-table";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { seesAll } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { lapseLabels, stateLabels } from "@/lib/campaigns/labels";
import { listLessons } from "@/lib/campaigns/lessons/queries";
import {
  canCloseCampaign,
  canDiscardCampaign,
  canEditCampaign,
  canOpenCampaign,
  canPlanCampaign,
  canRecordLesson,
  canReopenCampaign,
} from "@/lib/campaigns/policy";
import { findCampaign, listCampaignDirectives } from "@/lib/campaigns/queries";
import { canDraftDirective } from "@/lib/directives/policy";
import { canSetReportTimes } from "@/lib/duty/quick-reports/policy";
import { findReportTimes } from "@/lib/duty/quick-reports/times/queries";
import {
  closeCampaignAction,
  discardCampaignAction,
  openCampaignAction,
  recordLessonAction,
  removeLessonAction,
  reopenCampaignAction,
} from "../actions";

export const metadata: Metadata = { title: "Đợt cao điểm" };

export default async function CampaignPage({ params }: PageProps<"/campaigns/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const campaign = id.success ? await findCampaign(actor, id.data) : null;
  if (!campaign) notFound();
  const [directives, lessons, reports] = await Promise.all([
    listCampaignDirectives(actor, campaign.id),
    listLessons(actor, campaign.id),
    findReportTimes(actor, campaign.id),
  ]);
  const mayEdit = canEditCampaign(actor, campaign);

  return (
    <>
      <PageHeader
        title={campaign.name}
        breadcrumb={[{ href: "/campaigns", label: "Đợt cao điểm" }]}
        meta={
          <Badge tone={stateLabels[campaign.state].tone}>{stateLabels[campaign.state].text}</Badge>
        }
      >
        <CampaignActions
          campaign={campaign}
          mayEdit={mayEdit}
          mayClone={canPlanCampaign(actor)}
          mayReview={seesAll(actor)}
          open={canOpenCampaign(actor, campaign) ? openCampaignAction : null}
          close={canCloseCampaign(actor, campaign) ? closeCampaignAction : null}
          reopen={canReopenCampaign(actor, campaign) ? reopenCampaignAction : null}
          discard={canDiscardCampaign(actor, campaign) ? discardCampaignAction : null}
        />
      </PageHeader>
      {campaign.lapse && mayEdit ? (
        <Alert tone="warning" className="mb-6">
          {lapseLabels[campaign.lapse]}
        </Alert>
      ) : null}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-6">
          <Card title="Các dịp" flush>
            {campaign.occasions.length > 0 ? (
              <OccasionTable occasions={campaign.occasions} />
            ) : (
              <EmptyState title="Đợt này không gắn với dịp nào">
                Thời gian của đợt ghi ở mục Thông tin.
              </EmptyState>
            )}
          </Card>
          <Card
            title="Văn bản của đợt"
            flush
            aside={
              canDraftDirective(actor) && mayEdit ? (
                <ButtonLink href={`/directives/new?campaign=${campaign.id}`} size="sm">
                  Soạn văn bản
                </ButtonLink>
              ) : null
            }
          >
            {directives.length > 0 ? (
              <CampaignDirectiveTable rows={directives} />
            ) : (
              <EmptyState title="Chưa có văn bản nào">
                {mayEdit
                  ? "Soạn văn bản cho đợt này, hoặc mở một văn bản đã có rồi chọn đợt ở đó."
                  : "Văn bản của đợt gửi tới đơn vị sẽ hiện ở đây."}
              </EmptyState>
            )}
          </Card>
          <LessonList
            campaignId={campaign.id}
            lessons={lessons}
            write={
              canRecordLesson(actor)
                ? {
                    record: recordLessonAction,
                    remove: removeLessonAction,
                    requestId: randomUUID(),
                  }
                : null
            }
          />
        </div>
        <CampaignFacts
          campaign={campaign}
          reportTimes={reports?.times ?? []}
          maySetTimes={canSetReportTimes(actor) && mayEdit}
        />
      </div>
    </>
  );
}
