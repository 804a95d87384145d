import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DutyTabs } from "@/components/duty/duty-tabs";
import { HandoversToSign } from "@/components/duty/handovers-to-sign";
import { MyWatch } from "@/components/duty/my-watch";
import { KeptPages } from "@/components/duty/offline/kept-pages";
import { OpenSwaps } from "@/components/duty/open-swaps";
import { RosterList } from "@/components/duty/roster-list";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchForm } from "@/components/ui/search-form";
import { seesAll } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { canMakeRoster, keepsWatch } from "@/lib/duty/policy";
import { rosterStateLabels } from "@/lib/duty/rosters/labels";
import { listRosters } from "@/lib/duty/rosters/queries";
import { type RosterFilter, rosterFilterSchema, rosterStates } from "@/lib/duty/rosters/schema";
import { findWatch, listHandoversToSign } from "@/lib/duty/shifts/queries";
import { listOpenSwaps } from "@/lib/duty/swaps/queries";
import { now } from "@/lib/time";
import { approveSwapAction, consentSwapAction, endSwapAction } from "./swap-actions";
import { checkInAction, handOverAction, signHandoverAction, writeLogAction } from "./watch-actions";

export const metadata: Metadata = { title: "Trực" };

export default async function DutyPage({ searchParams }: PageProps<"/duty">) {
  const actor = await requireActor();
  const all = seesAll(actor);
  if (!all && !keepsWatch(actor)) notFound();
  const filter = rosterFilterSchema.parse(await searchParams);
  const [{ rows, hasNext }, watch, handovers, swaps] = await Promise.all([
    listRosters(actor, filter),
    findWatch(actor),
    listHandoversToSign(actor),
    listOpenSwaps(actor),
  ]);
  const urgent = watch.others.filter(({ state, may }) => state === "missing" && may.checkIn);
  const settled = watch.others.filter((shift) => !urgent.includes(shift));
  const acting = [...watch.mine, ...watch.others.filter(({ may }) => may.checkIn || may.log)];
  const kept = acting.slice(0, 3).map(({ id }) => `/duty/shifts/${id}`);
  const actions = { checkIn: checkInAction, writeLog: writeLogAction, handOver: handOverAction };
  const link = (change: Partial<RosterFilter>) => address({ ...filter, page: 1, ...change });

  return (
    <>
      <PageHeader title="Trực" meta={all ? undefined : actor.unitName}>
        {canMakeRoster(actor, actor) ? (
          <ButtonLink href="/duty/rosters/new" variant="primary">
            Lập lịch trực
          </ButtonLink>
        ) : null}
      </PageHeader>
      <DutyTabs current="shifts" seesAll={all} keepsWatch={keepsWatch(actor)} />
      <div className="grid gap-6">
        <HandoversToSign handovers={handovers} sign={signHandoverAction} />
        <MyWatch title="Ca cần nhận ngay" shifts={urgent} actions={actions} />
        <MyWatch title="Ca trực của tôi" shifts={watch.mine} actions={actions} />
        {kept.length > 0 ? (
          <KeptPages paths={["/duty", ...kept]} drawnAt={now().getTime()} />
        ) : null}
        <OpenSwaps
          swaps={swaps}
          actions={{ consent: consentSwapAction, approve: approveSwapAction, end: endSwapAction }}
        />
        <MyWatch title="Đang trực ở đơn vị" shifts={settled} actions={actions} />
        {all ? (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <FilterLinks
              label="Lọc theo trạng thái"
              links={[
                { href: link({ state: undefined }), label: "Tất cả", current: !filter.state },
                ...rosterStates.map((state) => ({
                  href: link({ state }),
                  label: rosterStateLabels[state].text,
                  current: filter.state === state,
                })),
              ]}
            />
            <SearchForm
              label="Tìm đơn vị"
              defaultValue={filter.q}
              hidden={{ state: filter.state }}
            />
          </div>
        ) : null}
        <Card title={all ? undefined : "Lịch trực của đơn vị"} flush>
          {rows.length > 0 ? (
            <RosterList rows={rows} withUnit={all} />
          ) : (
            <EmptyState title="Chưa có lịch trực nào">
              {canMakeRoster(actor, actor)
                ? "Bấm “Lập lịch trực” để xếp người cho đợt cao điểm sắp tới."
                : "Lịch trực do lãnh đạo đơn vị lập sẽ hiện ở đây."}
            </EmptyState>
          )}
        </Card>
        <Pagination
          previousHref={filter.page > 1 ? address({ ...filter, page: filter.page - 1 }) : undefined}
          nextHref={hasNext ? address({ ...filter, page: filter.page + 1 }) : undefined}
        />
      </div>
    </>
  );
}

function address({ state, q, page }: RosterFilter) {
  const entries = { state, q, page: page > 1 ? String(page) : "" };
  const parts = Object.entries(entries).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const text = new URLSearchParams(parts).toString();
  return text ? `/duty?${text}` : "/duty";
}
