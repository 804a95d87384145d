import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ActivityForm } from "@/components/awareness/activity-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { findMessage, listTopics } from "@/lib/awareness/messages/queries";
import { canRecordActivity } from "@/lib/awareness/policy";
import { findLastActivity } from "@/lib/awareness/queries";
import { recordActivityAction } from "../actions";

export const metadata: Metadata = { title: "Ghi hoạt động tuyên truyền" };

const startSchema = z.object({ message: z.uuid().optional().catch(undefined) });

export default async function NewActivityPage({ searchParams }: PageProps<"/awareness/new">) {
  const actor = await requireActor();
  if (!canRecordActivity(actor)) notFound();
  const start = startSchema.parse(await searchParams);
  const [last, topics, message] = await Promise.all([
    findLastActivity(actor),
    listTopics(actor),
    start.message ? findMessage(actor, start.message) : null,
  ]);

  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title="Ghi hoạt động"
        breadcrumb={[{ href: "/awareness", label: "Tuyên truyền" }]}
        meta={message ? `Theo tin mẫu: ${message.title}` : actor.unitName}
      />
      <Card>
        <ActivityForm
          action={recordActivityAction}
          hidden={{ requestId: randomUUID(), messageId: message?.id ?? "" }}
          start={{ kind: last?.kind, topic: message?.topic ?? last?.topic }}
          topics={topics}
          submit="Lưu hoạt động"
          label="Hoạt động tuyên truyền"
        />
      </Card>
    </div>
  );
}
