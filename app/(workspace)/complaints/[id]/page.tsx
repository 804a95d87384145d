import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ComplaintCourse } from "@/components/complaints/complaint-course";
import { ComplaintFacts } from "@/components/complaints/complaint-facts";
import { HandlingCard } from "@/components/complaints/handling-card";
import { ReopenAction } from "@/components/complaints/reopen-action";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { kindLabels, sourceWords, stateLabels } from "@/lib/complaints/labels";
import { findComplaint } from "@/lib/complaints/queries";
import { operatorOf } from "@/lib/complaints/sources/rules";
import { listTelcos } from "@/lib/complaints/standing/queries";
import { foldVietnamese } from "@/lib/text";
import { formatDue, formatInstant, now } from "@/lib/time";
import {
  handleComplaintAction,
  passComplaintAction,
  rejectComplaintAction,
  reopenComplaintAction,
  revealComplainantAction,
  routeComplaintAction,
  verifyComplaintAction,
} from "../actions";

export const metadata: Metadata = { title: "Phản ánh" };

export default async function ComplaintPage({ params }: PageProps<"/complaints/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const complaint = id.success ? await findComplaint(actor, id.data) : null;
  if (!complaint) notFound();
  const telcos = complaint.mayHandle ? await listTelcos(actor) : [];
  const operator = complaint.sourceValue ? operatorOf(complaint.sourceValue) : null;
  const proposed = telcos.find(
    ({ own, name }) => !own && operator && foldVietnamese(name).includes(operator),
  );
  const { state, closedAt } = complaint.outcome;

  return (
    <>
      <PageHeader
        title={`${kindLabels[complaint.kind]}: ${sourceWords(complaint)}`}
        breadcrumb={[{ href: "/complaints", label: "Tin rác, lừa đảo" }]}
        meta={
          <>
            <span className="font-medium text-ink">{complaint.code}</span>
            <Badge tone={stateLabels[state].tone}>{stateLabels[state].text}</Badge>
            {closedAt ? (
              <span>xong {formatInstant(closedAt)}</span>
            ) : (
              <span>{formatDue(complaint.dueAt, now())}</span>
            )}
            {complaint.late ? (
              <Badge tone="danger">{closedAt ? "Xong muộn" : "Quá hạn"}</Badge>
            ) : null}
          </>
        }
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-6">
          {closedAt && complaint.outcome.reason ? (
            <Alert
              tone={stateLabels[state].tone === "success" ? "success" : "info"}
              title="Kết quả"
            >
              {complaint.outcome.reason}
            </Alert>
          ) : null}
          {proposed && complaint.mayHandle ? (
            <Alert tone="warning">
              Đầu số này vốn của {proposed.name}. Nếu thuê bao chưa chuyển mạng giữ số, bấm “Không
              thuộc mạng” để chuyển.
            </Alert>
          ) : null}
          <ComplaintFacts complaint={complaint} reveal={revealComplainantAction} />
        </div>
        <div className="grid min-w-0 gap-6">
          {complaint.mayHandle ? (
            <HandlingCard
              key={complaint.version}
              complaint={complaint}
              telcos={telcos}
              proposed={proposed?.id}
              at={now()}
              actions={{
                verify: verifyComplaintAction,
                handle: handleComplaintAction,
                reject: rejectComplaintAction,
                pass: passComplaintAction,
                route: routeComplaintAction,
              }}
            />
          ) : null}
          {complaint.mayReopen ? (
            <ReopenAction
              complaint={complaint}
              action={reopenComplaintAction}
              newTime={!complaint.late && complaint.part !== "telco"}
            />
          ) : null}
          <ComplaintCourse complaint={complaint} />
        </div>
      </div>
    </>
  );
}
