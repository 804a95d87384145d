import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { RequestForm } from "@/components/complaints/request-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { canAskTelcos } from "@/lib/complaints/policy";
import { requestActs } from "@/lib/complaints/requests/schema";
import { findPart, listTelcos } from "@/lib/complaints/standing/queries";
import { now } from "@/lib/time";
import { sendRequestAction } from "../actions";

export const metadata: Metadata = { title: "Gửi yêu cầu xử lý" };

const startSchema = z.object({
  act: z.enum(requestActs).catch("block_number"),
  target: z.string().max(300).catch(""),
});

export default async function NewRequestPage({
  searchParams,
}: PageProps<"/complaints/requests/new">) {
  const actor = await requireActor();
  if (!canAskTelcos(await findPart(actor))) notFound();
  const start = startSchema.parse(await searchParams);
  return (
    <>
      <PageHeader
        title="Gửi yêu cầu xử lý"
        breadcrumb={[{ href: "/complaints/requests", label: "Yêu cầu xử lý" }]}
      />
      <Card className="max-w-3xl">
        <RequestForm
          action={sendRequestAction}
          requestId={randomUUID()}
          telcos={await listTelcos(actor)}
          dueAt={new Date(now().getTime() + 24 * 3_600_000)}
          {...start}
        />
      </Card>
    </>
  );
}
