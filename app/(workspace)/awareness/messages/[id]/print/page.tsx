import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { MessageLeaflet } from "@/components/awareness/message-leaflet";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/auth/session";
import { findMessage } from "@/lib/awareness/messages/queries";
import { leafletSchema } from "@/lib/awareness/messages/schema";

export const metadata: Metadata = { title: "Tờ rơi" };

export default async function LeafletPage({
  params,
  searchParams,
}: PageProps<"/awareness/messages/[id]/print">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const message = id.success ? await findMessage(actor, id.data) : null;
  if (!message) notFound();
  const { size } = leafletSchema.parse(await searchParams);
  const page = `/awareness/messages/${message.id}`;

  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title="Tờ rơi"
          breadcrumb={[
            { href: "/awareness/messages", label: "Tin mẫu" },
            { href: page, label: message.title },
          ]}
        >
          <PrintButton variant="primary" />
        </PageHeader>
        <div className="mb-5">
          <FilterLinks
            label="Khổ giấy"
            links={[
              { href: `${page}/print?size=a5`, label: "Khổ A5", current: size === "a5" },
              { href: `${page}/print?size=a4`, label: "Khổ A4", current: size === "a4" },
            ]}
          />
        </div>
      </div>
      <MessageLeaflet message={message} signature={actor.unitName} size={size} />
    </>
  );
}
