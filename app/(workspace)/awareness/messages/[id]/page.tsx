import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ActionButton } from "@/components/ui/action-button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { findMessage } from "@/lib/awareness/messages/queries";
import { messageText } from "@/lib/awareness/messages/rules";
import { canRecordActivity, canWriteMessage } from "@/lib/awareness/policy";
import { formatInstant } from "@/lib/time";
import { announceMessageAction, retireMessageAction } from "../actions";

export const metadata: Metadata = { title: "Tin mẫu" };

export default async function MessagePage({ params }: PageProps<"/awareness/messages/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const message = id.success ? await findMessage(actor, id.data) : null;
  if (!message) notFound();
  const page = `/awareness/messages/${message.id}`;
  const seen = { messageId: message.id, version: String(message.version) };
  const text = messageText(message, actor.unitName);

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={message.title}
        breadcrumb={[
          { href: "/awareness", label: "Tuyên truyền" },
          { href: "/awareness/messages", label: "Tin mẫu" },
        ]}
        meta={`${message.editedBy}, ${formatInstant(message.editedAt)}`}
      >
        {canWriteMessage(actor) ? <ButtonLink href={`${page}/edit`}>Sửa</ButtonLink> : null}
      </PageHeader>
      <div className="grid gap-5">
        <Card>
          <p className="leading-relaxed break-words whitespace-pre-line">{text}</p>
        </Card>
        <div className="flex flex-wrap gap-2">
          <CopyButton text={text} label="Sao chép tin" variant="primary" size="md" />
          <ButtonLink href={`${page}/speak`}>Đọc loa</ButtonLink>
          <ButtonLink href={`${page}/print`}>In tờ rơi</ButtonLink>
          {canRecordActivity(actor) ? (
            <ButtonLink href={`/awareness/new?message=${message.id}`} variant="ghost">
              Ghi đã làm
            </ButtonLink>
          ) : null}
        </div>
        {canWriteMessage(actor) ? (
          <div className="flex flex-wrap items-start gap-2">
            {message.retiredAt ? null : (
              <ActionButton action={announceMessageAction} fields={seen}>
                Báo tới các đơn vị
              </ActionButton>
            )}
            <ActionButton action={retireMessageAction} fields={seen}>
              {message.retiredAt ? "Dùng lại tin này" : "Thôi dùng tin này"}
            </ActionButton>
          </div>
        ) : null}
      </div>
    </div>
  );
}
