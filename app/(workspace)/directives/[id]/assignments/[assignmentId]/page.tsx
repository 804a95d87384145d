import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AssignPersonForm } from "@/components/directives/assign-person-form";
import { AssignmentBadges } from "@/components/directives/assignment-badges";
import { AssignmentUnitCard } from "@/components/directives/assignment-unit-card";
import { JudgePanel } from "@/components/directives/judge-panel";
import { ReportForm } from "@/components/directives/report-form";
import { ReportHistory } from "@/components/directives/report-history";
import { WatchMeasureCard } from "@/components/duty/watch-measure-card";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { canAssignPerson, canJudgeResult, canReport } from "@/lib/directives/assignments/policy";
import { findAssignment, listColleagues } from "@/lib/directives/assignments/queries";
import { documentNumber } from "@/lib/directives/labels";
import { shorten } from "@/lib/directives/rules";
import { findAssignmentWatch } from "@/lib/duty/coverage/queries";
import {
  acceptResultAction,
  assignPersonAction,
  reportProgressAction,
  sendBackResultAction,
} from "./actions";

export const metadata: Metadata = { title: "Nhiệm vụ" };

type Props = PageProps<"/directives/[id]/assignments/[assignmentId]">;

export default async function AssignmentPage({ params }: Props) {
  const actor = await requireActor();
  const { id, assignmentId } = await params;
  const known = z.uuid().safeParse(assignmentId);
  const assignment = known.success ? await findAssignment(actor, known.data) : null;
  if (!assignment || assignment.directive.id !== id) notFound();

  const watch = await findAssignmentWatch(actor, assignment.id);
  const { directive, obligation, unit, reportedAt, acceptedAt } = assignment;
  const mayAssign = canAssignPerson(actor, assignment);
  const judged = reportedAt && !acceptedAt && canJudgeResult(actor, assignment) ? reportedAt : null;

  return (
    <>
      <PageHeader
        title={shorten(obligation.text, 110)}
        breadcrumb={[
          { href: "/directives", label: "Văn bản chỉ đạo" },
          { href: `/directives/${id}`, label: documentNumber(directive) },
        ]}
        meta={
          <>
            <span className="font-medium text-ink">{unit.name}</span>
            <AssignmentBadges {...assignment} />
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid gap-6">
          {assignment.state === "sent_back" ? (
            <Alert tone="danger" title="Huyện yêu cầu làm lại">
              {assignment.sentBackReason}
            </Alert>
          ) : null}
          <WatchMeasureCard watch={watch} />
          {judged ? (
            <JudgePanel
              assignmentId={assignment.id}
              reportedAt={judged}
              accept={acceptResultAction}
              sendBack={sendBackResultAction}
            />
          ) : null}
          {canReport(actor, assignment) && !acceptedAt ? (
            <ReportForm
              assignmentId={assignment.id}
              requestId={randomUUID()}
              action={reportProgressAction}
            />
          ) : null}
          <ReportHistory reports={assignment.reports} />
        </div>
        <aside className="grid gap-6" aria-label="Thông tin nhiệm vụ">
          <Card title="Nội dung nhiệm vụ">
            <p className="text-sm text-ink-muted">{obligation.section.heading}</p>
            <p className="mt-2 leading-relaxed whitespace-pre-line">{obligation.text}</p>
          </Card>
          <AssignmentUnitCard assignment={assignment} />
          {mayAssign ? (
            <AssignPersonForm
              assignmentId={assignment.id}
              assigneeId={assignment.assignee?.id ?? ""}
              people={await listColleagues(actor)}
              action={assignPersonAction}
            />
          ) : null}
        </aside>
      </div>
    </>
  );
}
