import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AssignmentBadges } from "@/components/directives/assignment-badges";
import { ContinuedCard } from "@/components/directives/continued-card";
import { ExtensionCard } from "@/components/directives/extension-card";
import { ExtensionDialog } from "@/components/directives/extension-dialog";
import { FormerWork } from "@/components/directives/former-work";
import { JudgePanel } from "@/components/directives/judge-panel";
import { PeriodicList } from "@/components/directives/periodic-list";
import { ReportForm } from "@/components/directives/report-form";
import { ReportHistory } from "@/components/directives/report-history";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { canJudgeResult, canReport } from "@/lib/directives/assignments/policy";
import { findAssignment } from "@/lib/directives/assignments/queries";
import { canAskExtension, canDecideExtension } from "@/lib/directives/extensions/policy";
import { listExtensions } from "@/lib/directives/extensions/queries";
import { documentNumber } from "@/lib/directives/labels";
import { findContinued } from "@/lib/directives/partners/queries";
import { recurrenceWords } from "@/lib/directives/periodic/labels";
import { listPeriodicReports } from "@/lib/directives/periodic/queries";
import { recurrenceSchema } from "@/lib/directives/periodic/schema";
import { shorten } from "@/lib/directives/rules";
import { listFormerWork } from "@/lib/directives/standing/queries";
import { askExtensionAction, decideExtensionAction, filePeriodicAction } from "../../actions";
import { acceptResultAction, reportProgressAction, sendBackResultAction } from "./actions";
import { AssignmentAside } from "./assignment-aside";
import { MeasuresBody } from "./measures-body";

export const metadata: Metadata = { title: "Nhiệm vụ" };

type Props = PageProps<"/directives/[id]/assignments/[assignmentId]">;

export default async function AssignmentPage({ params }: Props) {
  const actor = await requireActor();
  const { id, assignmentId } = await params;
  const known = z.uuid().safeParse(assignmentId);
  const assignment = known.success ? await findAssignment(actor, known.data) : null;
  if (!assignment || assignment.directive.id !== id) notFound();

  const { directive, obligation, unit, reportedAt, acceptedAt } = assignment;
  const [periods, extensions, continued, former] = await Promise.all([
    listPeriodicReports(actor, assignment.id),
    listExtensions(actor, assignment.id),
    findContinued(actor, assignment.id),
    listFormerWork(actor, {
      directiveId: directive.id,
      unitId: assignment.unitId,
      obligationId: obligation.id,
    }),
  ]);
  const mayReport = canReport(actor, assignment) && !acceptedAt;
  const periodic = recurrenceSchema.safeParse(obligation.recurrence);
  const mayAsk =
    extensions.every(({ decidedAt }) => decidedAt !== null) &&
    canAskExtension(actor, { ...assignment, periodic: periodic.success });
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
            {assignment.role === "cooperating" ? <Badge icon={null}>Phối hợp</Badge> : null}
          </>
        }
      >
        {mayAsk && assignment.dueAt ? (
          <ExtensionDialog
            assignmentId={assignment.id}
            requestId={randomUUID()}
            dueAt={assignment.dueAt}
            action={askExtensionAction}
          />
        ) : null}
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid gap-6">
          {assignment.state === "sent_back" ? (
            <Alert tone="danger" title="Huyện yêu cầu làm lại">
              {assignment.sentBackReason}
            </Alert>
          ) : null}
          {assignment.passedTo ? (
            <Alert tone="info" title={`Đã chuyển sang ${assignment.passedTo.name}`}>
              Đơn vị này đã thôi hoạt động. Phần còn lại do đơn vị mới thực hiện; ở đây giữ nguyên
              những gì đơn vị cũ đã làm.
            </Alert>
          ) : null}
          <MeasuresBody actor={actor} assignmentId={assignment.id} />
          {judged ? (
            <JudgePanel
              assignmentId={assignment.id}
              reportedAt={judged}
              accept={acceptResultAction}
              sendBack={sendBackResultAction}
            />
          ) : null}
          <ExtensionCard
            extensions={extensions}
            decide={canDecideExtension(actor, assignment) ? decideExtensionAction : null}
          />
          <PeriodicList
            periods={periods}
            words={periodic.success ? recurrenceWords(periodic.data) : ""}
            requestId={randomUUID()}
            action={mayReport ? filePeriodicAction : null}
          />
          {mayReport ? (
            <ReportForm
              assignmentId={assignment.id}
              requestId={randomUUID()}
              action={reportProgressAction}
              progressOnly={periods.some(({ reportedAt: filed }) => !filed)}
            />
          ) : null}
          <ReportHistory reports={assignment.reports} />
          {continued ? <ContinuedCard continued={continued} /> : null}
          <FormerWork directiveId={directive.id} rows={former} />
        </div>
        <AssignmentAside actor={actor} assignment={assignment} />
      </div>
    </>
  );
}
