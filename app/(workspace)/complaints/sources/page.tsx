import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClusterTable } from "@/components/complaints/cluster-table";
import { ComplaintTabs } from "@/components/complaints/complaint-tabs";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { SelectField } from "@/components/ui/select-field";
import { requireActor } from "@/lib/auth/session";
import { listClusters } from "@/lib/complaints/clusters/queries";
import { type ClusterFilter, clusterFilterSchema } from "@/lib/complaints/clusters/schema";
import { sourceLabels } from "@/lib/complaints/labels";
import { seesAllTelcos } from "@/lib/complaints/policy";
import { sourceKinds } from "@/lib/complaints/sources/schema";
import { findPart } from "@/lib/complaints/standing/queries";

export const metadata: Metadata = { title: "Nguồn lặp lại" };

export default async function SourcesPage({ searchParams }: PageProps<"/complaints/sources">) {
  const actor = await requireActor();
  const part = await findPart(actor);
  if (!seesAllTelcos(part)) notFound();
  const filter = clusterFilterSchema.parse(await searchParams);
  const { rows, hasNext } = await listClusters(actor, filter);
  return (
    <>
      <PageHeader
        title="Nguồn lặp lại"
        description="Cùng một nguồn bị nhiều nhà mạng hoặc nhiều xã phản ánh."
      />
      <ComplaintTabs current="sources" part={part} />
      <div className="grid gap-6">
        <FilterBar
          action="/complaints/sources"
          clearHref={filter.q || filter.kind ? "/complaints/sources" : undefined}
        >
          <SearchField label="Tìm nguồn" name="q" defaultValue={filter.q} />
          <SelectField
            label="Loại nguồn"
            name="kind"
            hideLabel
            placeholder="Mọi loại"
            defaultValue={filter.kind ?? ""}
            options={sourceKinds.map((value) => ({ value, label: sourceLabels[value] }))}
          />
          <SelectField
            label="Xếp theo"
            name="sort"
            hideLabel
            defaultValue={filter.sort}
            options={[
              { value: "last", label: "Mới nhất trước" },
              { value: "count", label: "Nhiều nhất trước" },
            ]}
          />
        </FilterBar>
        <Card flush>
          {rows.length > 0 ? (
            <ClusterTable rows={rows} />
          ) : (
            <EmptyState title="Chưa có nguồn nào lặp lại">
              Khi hai nơi cùng phản ánh một nguồn, nguồn đó hiện ở đây.
            </EmptyState>
          )}
        </Card>
        <Pagination
          previousHref={filter.page > 1 ? link(filter, filter.page - 1) : undefined}
          nextHref={hasNext ? link(filter, filter.page + 1) : undefined}
        />
      </div>
    </>
  );
}

function link({ kind, sort, q }: ClusterFilter, page: number) {
  const entries = { kind, sort, q, page: String(page) };
  const parts = Object.entries(entries).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `/complaints/sources?${new URLSearchParams(parts)}`;
}
