import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { LogList } from "@/components/duty/log-list";
import { KeptList } from "@/components/duty/offline/kept-list";
import { KeptPages } from "@/components/duty/offline/kept-pages";
import { ShiftFacts } from "@/components/duty/shift-facts";
import { spanWords } from "@/components/duty/span-text";
import { WatchCard } from "@/components/duty/watch-card";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/auth/session";
import { postLabels } from "@/lib/duty/labels";
import { shiftStateLabels } from "@/lib/duty/shifts/labels";
import { findShift } from "@/lib/duty/shifts/queries";
import { now } from "@/lib/time";
import { checkInAction, handOverAction, writeLogAction } from "../../watch-actions";

export const metadata: Metadata = { title: "Ca trực" };

export default async function ShiftPage({ params }: PageProps<"/duty/shifts/[shiftId]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).shiftId);
  const shift = id.success ? await findShift(actor, id.data) : null;
  if (!shift) notFound();
  const state = shiftStateLabels[shift.state];

  return (
    <>
      <PageHeader
        title={`${postLabels[shift.post]} ${spanWords(shift)}`}
        breadcrumb={[
          { href: "/duty", label: "Trực" },
          { href: `/duty/rosters/${shift.rosterId}`, label: shift.roster.campaign.name },
        ]}
        meta={
          <>
            <span className="font-medium text-ink">{shift.unit.name}</span>
            <span>{shift.person.name}</span>
            {shift.stands ? <Badge tone={state.tone}>{state.text}</Badge> : null}
          </>
        }
      >
        {shift.mayReassign ? (
          <ButtonLink href={`/duty/rosters/${shift.rosterId}/shifts/${shift.id}`}>
            Thay người trực
          </ButtonLink>
        ) : null}
        <PrintButton label="In sổ trực" />
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid gap-6">
          {shift.stands ? null : (
            <Alert tone="warning">Ca này đã được điều chỉnh: người khác trực thay.</Alert>
          )}
          {shift.stands && Object.values(shift.may).some(Boolean) ? (
            <Card flush>
              <WatchCard
                shift={shift}
                linked={false}
                actions={{
                  checkIn: checkInAction,
                  writeLog: writeLogAction,
                  handOver: handOverAction,
                }}
              />
            </Card>
          ) : null}
          <Card title="Sổ trực" flush>
            {shift.entries.length > 0 ? (
              <LogList
                entries={shift.entries}
                shiftId={shift.id}
                correct={shift.may.log ? writeLogAction : null}
              />
            ) : (
              <EmptyState title="Sổ trực của ca này chưa có mục nào" />
            )}
            <KeptList shiftId={shift.id} />
          </Card>
        </div>
        <ShiftFacts shift={shift} />
      </div>
      {shift.mine || shift.may.checkIn || shift.may.log ? (
        <KeptPages paths={["/duty", `/duty/shifts/${shift.id}`]} drawnAt={now().getTime()} />
      ) : null}
    </>
  );
}
