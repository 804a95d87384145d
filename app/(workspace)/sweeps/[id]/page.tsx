import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { SweepForm } from "@/components/sweeps/sweep-form";
import { SweepStats } from "@/components/sweeps/sweep-stats";
import { SweepUnitTable } from "@/components/sweeps/sweep-unit-table";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchForm } from "@/components/ui/search-form";
import { requireActor } from "@/lib/auth/session";
import { canSeeAllSweeps } from "@/lib/sweeps/policy";
import { findSweepRound, listSweepUnits } from "@/lib/sweeps/queries";
import { type SweepFilter, sweepFilterSchema } from "@/lib/sweeps/schema";
import { formatDue, formatInstant } from "@/lib/time";
import { fileSweepAction } from "../actions";

export const metadata: Metadata = { title: "Vòng rà soát" };

const filters = [
  { only: undefined, label: "Tất cả" },
  { only: "missing", label: "Chưa báo cáo" },
  { only: "partial", label: "Chưa hết máy" },
  { only: "left", label: "Còn mã độc, lỗ hổng" },
] as const;

export default async function SweepPage({ params, searchParams }: PageProps<"/sweeps/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const round = id.success ? await findSweepRound(actor, id.data) : null;
  if (!round) notFound();
  const filter = sweepFilterSchema.parse(await searchParams);
  const all = canSeeAllSweeps(actor);
  const { rows, hasNext } = await listSweepUnits(actor, round, filter);
  const link = (change: Partial<SweepFilter>) =>
    address(round.id, { ...filter, page: 1, ...change });
  const { result, change } = round;

  return (
    <>
      <PageHeader
        title={`Rà soát vòng ${round.number}`}
        breadcrumb={[{ href: "/sweeps", label: "Rà soát" }]}
        meta={
          <>
            <span>{round.campaign.name}</span>
            <span>
              Hạn {formatInstant(round.dueAt)}, {formatDue(round.dueAt, round.at)}
            </span>
          </>
        }
        description={round.request}
      />
      <div className="grid gap-6">
        {round.totals ? <SweepStats totals={round.totals} all={all} /> : null}
        {result ? (
          <Alert tone="success">
            Đã gửi {formatInstant(result.filedAt)}, {result.sweptBy} rà soát.
            {change === null
              ? ""
              : ` So với vòng trước: ${change >= 0 ? "+" : ""}${change} điểm phần trăm.`}
          </Alert>
        ) : null}
        {round.mayFile ? <SweepForm round={round} action={fileSweepAction} /> : null}
        {result && result.editions.length > 1 ? (
          <Card title="Các lần gửi">
            <ul className="grid gap-1 text-sm">
              {result.editions.map(({ id: key, at, byName, reason }) => (
                <li key={key}>
                  {formatInstant(at)}, {byName}
                  {reason ? `: đính chính, ${reason}` : ""}
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
        {all ? (
          <>
            <div className="flex flex-wrap items-center justify-between gap-3">
              <FilterLinks
                label="Lọc đơn vị"
                links={filters.map(({ only, label }) => ({
                  href: link({ only }),
                  label,
                  current: filter.only === only,
                }))}
              />
              <SearchForm
                label="Tìm đơn vị"
                defaultValue={filter.q}
                hidden={{ only: filter.only }}
              />
            </div>
            <Card flush>
              {rows.length > 0 ? (
                <SweepUnitTable rows={rows} />
              ) : (
                <EmptyState title="Không có đơn vị nào khớp">Thử bỏ bớt điều kiện lọc.</EmptyState>
              )}
            </Card>
            <Pagination
              previousHref={filter.page > 1 ? link({ page: filter.page - 1 }) : undefined}
              nextHref={hasNext ? link({ page: filter.page + 1 }) : undefined}
            />
          </>
        ) : null}
      </div>
    </>
  );
}

function address(id: string, { only, q, page }: SweepFilter) {
  const entries = { only: only ?? "", q, page: page > 1 ? String(page) : "" };
  const text = new URLSearchParams(Object.entries(entries).filter(([, value]) => value)).toString();
  return text ? `/sweeps/${id}?${text}` : `/sweeps/${id}`;
}
