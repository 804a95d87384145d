import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { MessageForm } from "@/components/awareness/message-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { findMessage } from "@/lib/awareness/messages/queries";
import { canWriteMessage } from "@/lib/awareness/policy";
import { saveMessageAction } from "../../actions";

export const metadata: Metadata = { title: "Sửa tin mẫu" };

export default async function EditMessagePage({
  params,
}: PageProps<"/awareness/messages/[id]/edit">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const message = id.success && canWriteMessage(actor) ? await findMessage(actor, id.data) : null;
  if (!message) notFound();
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title="Sửa tin mẫu"
        breadcrumb={[
          { href: "/awareness/messages", label: "Tin mẫu" },
          { href: `/awareness/messages/${message.id}`, label: message.title },
        ]}
      />
      <Card>
        <MessageForm
          action={saveMessageAction}
          hidden={{ messageId: message.id, version: String(message.version) }}
          message={message}
        />
      </Card>
    </div>
  );
}
