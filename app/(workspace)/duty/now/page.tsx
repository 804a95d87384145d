import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DutyTabs } from "@/components/duty/duty-tabs";
import { NowTable } from "@/components/duty/now-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchForm } from "@/components/ui/search-form";
import { Stat } from "@/components/ui/stat";
import { seesAll } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { listDutyNow, summariseDutyNow } from "@/lib/duty/coverage/now/queries";
import { type NowFilter, nowFilterSchema } from "@/lib/duty/coverage/schema";
import { keepsWatch } from "@/lib/duty/policy";
import { formatInstant, now } from "@/lib/time";

export const metadata: Metadata = { title: "Đang trực" };

export default async function DutyNowPage({ searchParams }: PageProps<"/duty/now">) {
  const actor = await requireActor();
  const all = seesAll(actor);
  if (!all && !keepsWatch(actor)) notFound();
  const filter = nowFilterSchema.parse(await searchParams);
  const [{ units, hasNext }, summary] = await Promise.all([
    listDutyNow(actor, filter),
    summariseDutyNow(actor),
  ]);
  const link = (change: Partial<NowFilter>) => address({ ...filter, page: 1, ...change });

  return (
    <>
      <PageHeader title="Đang trực" meta={`Lúc ${formatInstant(now())}`} />
      <DutyTabs current="now" seesAll={all} keepsWatch={keepsWatch(actor)} />
      <div className="grid gap-5">
        {all ? (
          <section aria-label="Số liệu lúc này" className="grid grid-cols-1 gap-3 sm:grid-cols-3">
            <Stat label="Đơn vị phải trực" value={summary.units} href={link({ only: undefined })} />
            <Stat
              label="Không có người trực"
              value={summary.nobody}
              tone={summary.nobody > 0 ? "danger" : "success"}
              href={link({ only: "nobody" })}
            />
            <Stat
              label="Có lịch, chưa nhận ca"
              value={summary.untaken}
              tone={summary.untaken > 0 ? "warning" : "success"}
              href={link({ only: "untaken" })}
            />
          </section>
        ) : null}
        {all ? (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <FilterLinks
              label="Lọc theo nhóm đơn vị"
              links={[
                {
                  href: link({ kind: undefined, only: undefined }),
                  label: "Mọi nhóm",
                  count: summary.units,
                  current: !filter.kind && !filter.only,
                },
                ...summary.kinds.map(({ code, label, units: count }) => ({
                  href: link({ kind: code }),
                  label,
                  count,
                  current: filter.kind === code,
                })),
              ]}
            />
            <SearchForm
              label="Tìm đơn vị"
              defaultValue={filter.q}
              hidden={{ kind: filter.kind, only: filter.only }}
            />
          </div>
        ) : null}
        <Card flush>
          {units.length > 0 ? (
            <NowTable units={units} />
          ) : (
            <EmptyState title="Không có đơn vị nào phải trực lúc này">
              {filter.q || filter.kind || filter.only
                ? "Thử bỏ bớt điều kiện lọc."
                : "Đơn vị hiện ở đây khi đợt cao điểm bắt đầu."}
            </EmptyState>
          )}
        </Card>
        <Pagination
          previousHref={filter.page > 1 ? link({ page: filter.page - 1 }) : undefined}
          nextHref={hasNext ? link({ page: filter.page + 1 }) : undefined}
        />
      </div>
    </>
  );
}

function address({ kind, only, q, page }: NowFilter) {
  const entries = { kind, only, q, page: page > 1 ? String(page) : "" };
  const parts = Object.entries(entries).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const text = new URLSearchParams(parts).toString();
  return text ? `/duty/now?${text}` : "/duty/now";
}
