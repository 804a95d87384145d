import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MessageForm } from "@/components/awareness/message-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { canWriteMessage } from "@/lib/awareness/policy";
import { createMessageAction } from "../actions";

export const metadata: Metadata = { title: "Soạn tin mẫu" };

export default async function NewMessagePage() {
  const actor = await requireActor();
  if (!canWriteMessage(actor)) notFound();
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title="Soạn tin mẫu"
        breadcrumb={[
          { href: "/awareness", label: "Tuyên truyền" },
          { href: "/awareness/messages", label: "Tin mẫu" },
        ]}
      />
      <Card>
        <MessageForm
          action={createMessageAction}
          hidden={{ requestId: randomUUID() }}
          message={null}
        />
      </Card>
    </div>
  );
}
