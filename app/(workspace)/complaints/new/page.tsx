import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ComplaintForm } from "@/components/complaints/complaint-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { canEnterComplaint } from "@/lib/complaints/policy";
import { findPart, listTelcos } from "@/lib/complaints/standing/queries";
import { now } from "@/lib/time";
import { addComplaintAction } from "../actions";

export const metadata: Metadata = { title: "Thêm phản ánh" };

export default async function NewComplaintPage() {
  const actor = await requireActor();
  const [part, telcos] = await Promise.all([findPart(actor), listTelcos(actor)]);
  if (!canEnterComplaint(part)) notFound();
  return (
    <>
      <PageHeader
        title="Thêm phản ánh"
        breadcrumb={[{ href: "/complaints", label: "Tin rác, lừa đảo" }]}
      />
      <div className="max-w-3xl">
        <ComplaintForm
          action={addComplaintAction}
          complaintId={randomUUID()}
          part={part}
          telcos={telcos}
          at={now()}
        />
      </div>
    </>
  );
}
