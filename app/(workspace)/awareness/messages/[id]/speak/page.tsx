import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { findMessage } from "@/lib/awareness/messages/queries";
import { minutesToRead, spokenParagraphs } from "@/lib/awareness/messages/rules";
import { canRecordActivity } from "@/lib/awareness/policy";

export const metadata: Metadata = { title: "Đọc loa" };

export default async function SpeakPage({ params }: PageProps<"/awareness/messages/[id]/speak">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const message = id.success ? await findMessage(actor, id.data) : null;
  if (!message) notFound();
  const paragraphs = spokenParagraphs(message, actor.unitName);

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title="Đọc loa"
        breadcrumb={[
          { href: "/awareness/messages", label: "Tin mẫu" },
          { href: `/awareness/messages/${message.id}`, label: message.title },
        ]}
        meta={`Đọc chậm hết khoảng ${minutesToRead(paragraphs)} phút`}
      />
      <article
        aria-label="Bài đọc"
        className="grid gap-6 text-[1.6rem] leading-[1.7] font-medium sm:text-[2rem]"
      >
        {paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </article>
      {canRecordActivity(actor) ? (
        <div className="mt-10">
          <ButtonLink href={`/awareness/new?message=${message.id}`} variant="primary">
            Ghi đã phát loa
          </ButtonLink>
        </div>
      ) : null}
    </div>
  );
}
