import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { EditionList } from "@/components/duty/edition-list";
import { FillForm } from "@/components/duty/fill-form";
import { GapAlert } from "@/components/duty/gap-alert";
import { RosterActions } from "@/components/duty/roster-actions";
import { RosterTable } from "@/components/duty/roster-table";
import { ShortRests } from "@/components/duty/short-rests";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { listDutyPeople } from "@/lib/duty/people/queries";
import { rosterStateOf } from "@/lib/duty/rosters/labels";
import {
  canChangeShifts,
  canPlanRoster,
  canPublishRoster,
  canReturnRoster,
  canWithdrawRoster,
} from "@/lib/duty/rosters/policy";
import { findRoster } from "@/lib/duty/rosters/queries";
import { formatInstant } from "@/lib/time";
import {
  clearRosterAction,
  discardRosterAction,
  fillRosterAction,
  publishRosterAction,
  returnRosterAction,
  submitRosterAction,
  withdrawRosterAction,
} from "../actions";

export const metadata: Metadata = { title: "Lịch trực" };

export default async function RosterPage({ params }: PageProps<"/duty/rosters/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const roster = id.success ? await findRoster(actor, id.data) : null;
  if (!roster) notFound();

  const state = rosterStateOf(roster);
  const mayPlan = canPlanRoster(actor, roster);
  const editable = canChangeShifts(actor, roster);
  const people = mayPlan ? await listDutyPeople(actor, roster.unitId) : [];

  return (
    <>
      <PageHeader
        title={`Lịch trực ${roster.campaign.name}`}
        breadcrumb={[{ href: "/duty", label: "Trực" }]}
        meta={
          <>
            <span className="font-medium text-ink">{roster.unit.name}</span>
            <Badge tone={state.tone}>{state.text}</Badge>
            <span className="tabular-nums">
              {formatInstant(roster.startsAt)} – {formatInstant(roster.endsAt)}
            </span>
          </>
        }
      >
        <ButtonLink href={`/api/duty/rosters/${roster.id}`} download>
          Tải Excel
        </ButtonLink>
        <ButtonLink href={`/duty/rosters/${roster.id}/print`}>Bản in A4</ButtonLink>
        <RosterActions
          roster={roster}
          may={{
            plan: mayPlan,
            publish: canPublishRoster(actor, roster),
            withdraw: canWithdrawRoster(actor, roster),
            return: canReturnRoster(actor, roster),
          }}
          actions={{
            publish: publishRosterAction,
            submit: submitRosterAction,
            withdraw: withdrawRosterAction,
            return: returnRosterAction,
            discard: discardRosterAction,
          }}
        />
      </PageHeader>
      <div className="grid gap-6">
        {roster.returnReason && roster.state === "draft" ? (
          <Alert tone="warning" title="Huyện đề nghị sửa">
            {roster.returnReason}
          </Alert>
        ) : null}
        <GapAlert gaps={roster.gaps} minutes={roster.minutes} reason={roster.gapReason} />
        <ShortRests shifts={roster.shifts} minimumRestMinutes={roster.policy.minimumRestMinutes} />
        <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
          <Card
            flush
            title="Bảng trực"
            aside={
              <>
                {mayPlan ? (
                  <ButtonLink href={`/duty/rosters/${roster.id}/import`} size="sm">
                    Nhập từ tệp
                  </ButtonLink>
                ) : null}
                {editable ? (
                  <ButtonLink href={`/duty/rosters/${roster.id}/shifts/new`} size="sm">
                    Thêm ca
                  </ButtonLink>
                ) : null}
              </>
            }
          >
            <RosterTable roster={roster} editable={editable} />
          </Card>
          <aside className="grid gap-6 print:hidden" aria-label="Công cụ của lịch trực">
            {mayPlan ? (
              <FillForm
                roster={roster}
                people={people.length}
                fill={fillRosterAction}
                clear={clearRosterAction}
              />
            ) : null}
            <EditionList editions={roster.editions} />
          </aside>
        </div>
      </div>
    </>
  );
}
