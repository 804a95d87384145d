import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { pictureAddress } from "@/components/compliance/picture-address";
import { ReplayNote } from "@/components/compliance/replay-note";
import { SpreadBar } from "@/components/compliance/spread-bar";
import { UnitTable } from "@/components/compliance/unit-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchForm } from "@/components/ui/search-form";
import { requireActor } from "@/lib/auth/session";
import { verdictLabels } from "@/lib/compliance/labels";
import { findPicture } from "@/lib/compliance/queries";
import { emptySpread, unitsOf } from "@/lib/compliance/rules";
import {
  complianceMeasures,
  type UnitListFilter,
  unitListFilterSchema,
  verdicts,
} from "@/lib/compliance/schema";
import { listComplianceUnits } from "@/lib/compliance/units/queries";

export const metadata: Metadata = { title: "Mức thực hiện của các đơn vị" };

const measureSchema = z.enum(["all", ...complianceMeasures]);

export default async function ObligationPage({
  params,
  searchParams,
}: PageProps<"/command/obligations/[measure]">) {
  const actor = await requireActor();
  const measure = measureSchema.safeParse((await params).measure);
  if (!measure.success) notFound();
  const filter = unitListFilterSchema.parse(await searchParams);
  const [picture, list] = await Promise.all([
    findPicture(actor, filter),
    listComplianceUnits(actor, measure.data, filter),
  ]);
  if (!picture || !list) notFound();

  const path = `/command/obligations/${measure.data}`;
  const asked = { dot: filter.dot, ngay: filter.ngay };
  const link = (change: Partial<UnitListFilter>) => {
    const { kind, verdict, q, page } = { ...filter, page: 1, ...change };
    return pictureAddress(path, asked, { kind, verdict, q, page: page > 1 ? `${page}` : "" });
  };
  const row = picture.measures.find((one) => one.measure === measure.data);
  const shown = measure.data === "all" ? picture.all : row;
  const inKind = filter.kind
    ? (shown?.kinds.find(({ kindCode }) => kindCode === filter.kind)?.spread ?? emptySpread())
    : (shown?.total ?? emptySpread());
  const title = row?.label ?? "Mức thực hiện của các đơn vị";

  return (
    <>
      <PageHeader
        title={title}
        breadcrumb={[{ href: pictureAddress("/command", asked), label: "Điều hành" }]}
        description={row?.asks ?? "Mỗi đơn vị tính theo nghĩa vụ kém nhất trong những gì đo được."}
      />
      <div className="grid gap-5">
        {picture.day && !picture.live && filter.ngay ? (
          <ReplayNote day={picture.day} nowHref={pictureAddress(path, { dot: filter.dot })} />
        ) : null}
        <SpreadBar spread={inKind} legend />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <FilterLinks
            label="Lọc theo mức"
            links={[
              {
                href: link({ verdict: undefined }),
                label: "Mọi mức",
                count: unitsOf(inKind),
                current: !filter.verdict,
              },
              ...verdicts.map((verdict) => ({
                href: link({ verdict }),
                label: verdictLabels[verdict].text,
                count: inKind[verdict],
                current: filter.verdict === verdict,
              })),
            ]}
          />
          <SearchForm
            label="Tìm đơn vị"
            defaultValue={filter.q}
            hidden={{ ...asked, kind: filter.kind, verdict: filter.verdict }}
          />
        </div>
        <FilterLinks
          label="Lọc theo nhóm đơn vị"
          links={[
            { href: link({ kind: undefined }), label: "Mọi nhóm", current: !filter.kind },
            ...picture.kinds
              .filter(({ code }) => shown?.kinds.some(({ kindCode }) => kindCode === code))
              .map(({ code, label }) => ({
                href: link({ kind: code }),
                label,
                current: filter.kind === code,
              })),
          ]}
        />
        <Card flush>
          {list.rows.length === 0 ? (
            <EmptyState title="Không có đơn vị nào khớp">Thử bỏ bớt điều kiện lọc.</EmptyState>
          ) : (
            <UnitTable caption={title} rows={list.rows} measure={measure.data} filter={asked} />
          )}
        </Card>
        <Pagination
          previousHref={filter.page > 1 ? link({ page: filter.page - 1 }) : undefined}
          nextHref={list.hasNext ? link({ page: filter.page + 1 }) : undefined}
        />
      </div>
    </>
  );
}
