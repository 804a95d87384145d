import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DrillBanner } from "@/components/incidents/drill-banner";
import { InjectForm } from "@/components/incidents/inject-form";
import { InjectTable } from "@/components/incidents/inject-table";
import { KeepFresh } from "@/components/live/keep-fresh";
import { ActionButton } from "@/components/ui/action-button";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/auth/session";
import { drillLabels, readinessWords } from "@/lib/incidents/drills/labels";
import { findDrill, listDrillUnits } from "@/lib/incidents/drills/queries";
import { formatInstant } from "@/lib/time";
import {
  addInjectAction,
  endDrillAction,
  removeInjectAction,
  seeInjectAction,
  startDrillAction,
} from "../actions";

export const metadata: Metadata = { title: "Diễn tập" };

export default async function DrillPage({ params }: PageProps<"/incidents/drills/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const drill = id.success ? await findDrill(actor, id.data) : null;
  if (!drill) notFound();
  const units = await listDrillUnits(actor);
  const { text, tone } = drillLabels[drill.state];
  const score = readinessWords(drill.readiness);
  const fields = { drillId: drill.id };

  return (
    <>
      <PageHeader
        title={drill.name}
        breadcrumb={[
          { href: "/incidents", label: "Sự cố" },
          { href: "/incidents/drills", label: "Diễn tập" },
        ]}
        meta={
          <>
            <Badge tone={tone}>{text}</Badge>
            {drill.startedAt ? <span>bắt đầu {formatInstant(drill.startedAt)}</span> : null}
            {drill.endedAt ? <span>kết thúc {formatInstant(drill.endedAt)}</span> : null}
            {drill.state === "planned" ? null : <Badge tone={score.tone}>{score.text}</Badge>}
            <TextLink
              href={`/incidents?show=all&drill=${drill.id}`}
              className="inline-flex min-h-6 items-center pointer-coarse:min-h-11"
            >
              Sự cố diễn tập
            </TextLink>
          </>
        }
      >
        {drill.may.run && drill.state !== "over" ? (
          <Dialog trigger="Thêm tình huống" title="Thêm tình huống">
            <InjectForm drillId={drill.id} units={units} action={addInjectAction} />
          </Dialog>
        ) : null}
        {drill.may.run && drill.state === "planned" ? (
          <ActionButton
            action={startDrillAction}
            fields={fields}
            variant="primary"
            confirm={{
              title: "Bắt đầu diễn tập?",
              description:
                "Từ lúc này các tình huống được phát tới đơn vị đúng phút trong kịch bản.",
              confirmLabel: "Bắt đầu diễn tập",
            }}
          >
            Bắt đầu
          </ActionButton>
        ) : null}
        {drill.may.run && drill.state === "running" ? (
          <ActionButton
            action={endDrillAction}
            fields={fields}
            variant="danger"
            confirm={{
              title: "Kết thúc diễn tập?",
              description: "Tình huống chưa phát sẽ không phát nữa; điểm sẵn sàng được chốt.",
              confirmLabel: "Kết thúc diễn tập",
            }}
          >
            Kết thúc
          </ActionButton>
        ) : null}
      </PageHeader>
      <DrillBanner name={drill.name} />
      <Card flush>
        {drill.injects.length > 0 ? (
          <InjectTable
            drill={drill}
            ownUnitId={actor.unitId}
            remove={removeInjectAction}
            see={seeInjectAction}
          />
        ) : (
          <EmptyState title="Kịch bản chưa có tình huống">
            Thêm tình huống: đơn vị nào, phút thứ mấy, nhìn thấy gì.
          </EmptyState>
        )}
      </Card>
      {drill.state === "running" ? <KeepFresh seconds={30} /> : null}
    </>
  );
}
