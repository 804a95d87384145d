import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { FileField } from "@/components/ui/file-field";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { findCatalogue } from "@/lib/advisories/exploited/queries";
import { canIssueAdvisory } from "@/lib/advisories/policy";
import { requireActor } from "@/lib/auth/session";
import { formatInstant } from "@/lib/time";
import { loadCatalogueAction } from "../actions";

export const metadata: Metadata = { title: "Danh mục bị khai thác" };

export default async function CataloguePage() {
  const actor = await requireActor();
  const catalogue = await findCatalogue(actor);
  if (!catalogue || !canIssueAdvisory(actor)) notFound();
  return (
    <>
      <PageHeader
        title="Danh mục lỗ hổng đang bị khai thác"
        breadcrumb={[{ href: "/advisories", label: "Cảnh báo" }]}
        description="Danh mục KEV của CISA, tải về từ nơi có mạng rồi nạp ở đây. Lỗ hổng có trong danh mục được đánh dấu; đơn vị chưa vá phải xử lý lại."
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title="Nạp tệp">
          <ActionForm
            action={loadCatalogueAction}
            hidden={{ requestId: randomUUID() }}
            label="Nạp danh mục"
            footer={<SubmitButton pendingLabel="Đang nạp…">Nạp danh mục</SubmitButton>}
          >
            <FileField
              label="Tệp known_exploited_vulnerabilities.json"
              name="file"
              accept=".json,application/json"
            />
          </ActionForm>
        </Card>
        <Card title="Các lần nạp" description={`${catalogue.total} lỗ hổng trong danh mục`}>
          {catalogue.loads.length === 0 ? (
            <p className="text-ink-muted">Chưa nạp lần nào.</p>
          ) : (
            <ul className="grid gap-2 text-sm">
              {catalogue.loads.map((load) => (
                <li key={load.id}>
                  <span className="font-medium">{formatInstant(load.loadedAt)}</span>, {load.byName}
                  : bản {load.version}, {load.total} lỗ hổng, {load.added} mới, {load.reopened} lượt
                  phải xử lý lại
                </li>
              ))}
            </ul>
          )}
        </Card>
      </div>
    </>
  );
}
