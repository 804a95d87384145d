import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AdvisoryEditor } from "@/components/advisories/advisory-editor";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { PageHeader } from "@/components/ui/page-header";
import { findAdvisoryDraft } from "@/lib/advisories/drafts/queries";
import { requireActor } from "@/lib/auth/session";
import { listProducts } from "@/lib/inventory/products/queries";
import { discardAdvisoryAction, saveAdvisoryAction } from "../../actions";

export const metadata: Metadata = { title: "Soạn cảnh báo" };

export default async function EditAdvisoryPage({ params }: PageProps<"/advisories/[id]/edit">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const draft = id.success ? await findAdvisoryDraft(actor, id.data) : null;
  if (!draft) notFound();
  const products = await listProducts(actor);
  const sent = draft.edition > 0;

  return (
    <>
      <PageHeader
        title={sent ? `Bản mới của cảnh báo (bản ${draft.edition + 1})` : "Xem lại cảnh báo"}
        breadcrumb={[
          { href: "/advisories", label: "Cảnh báo" },
          ...(sent
            ? [{ href: `/advisories/${draft.id}`, label: draft.number || "Bản đã phát" }]
            : []),
        ]}
        meta={
          <>
            {sent ? null : <Badge>Dự thảo</Badge>}
            <span>
              {draft.items.length} lỗ hổng, {draft.indicators.length} dấu hiệu
            </span>
            {draft.sourceName ? <span>Đọc từ {draft.sourceName}</span> : null}
          </>
        }
      >
        {sent ? null : (
          <ConfirmAction
            action={discardAdvisoryAction}
            hidden={{ advisoryId: draft.id }}
            label="Bỏ dự thảo"
            question="Bỏ dự thảo này?"
            description="Chưa đơn vị nào nhận được; nội dung sẽ mất."
          />
        )}
      </PageHeader>
      <div className="grid gap-6">
        {draft.continued ? (
          <Alert tone="info" title="Cảnh báo này đã phát một bản trước">
            {draft.continued.subject}, bản CSAF {draft.continued.csafVersion}. Phát đi thì tệp này
            (bản {draft.csafVersion}) thành bản mới của cảnh báo ấy.
          </Alert>
        ) : null}
        <AdvisoryEditor draft={draft} products={products} action={saveAdvisoryAction} />
      </div>
    </>
  );
}
