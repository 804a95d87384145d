import type { Metadata } from "next";
import { FigureCounts } from "@/components/incidents/figure-counts";
import { IncidentBoard } from "@/components/incidents/incident-board";
import { IncidentFilters } from "@/components/incidents/incident-filters";
import { IncidentTable } from "@/components/incidents/incident-table";
import { IncidentTabs } from "@/components/incidents/incident-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { isDistrict, isUnitMember } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { incidentAddress } from "@/lib/incidents/labels";
import { canReportIncident, tabsFor } from "@/lib/incidents/policy";
import { listBoard, listIncidents, summariseOpenIncidents } from "@/lib/incidents/queries";
import { incidentFilterSchema } from "@/lib/incidents/schema";
import { now } from "@/lib/time";

export const metadata: Metadata = { title: "Sự cố" };

export default async function IncidentsPage({ searchParams }: PageProps<"/incidents">) {
  const actor = await requireActor();
  const filter = incidentFilterSchema.parse(await searchParams);
  const sees = isDistrict(actor) || isUnitMember(actor);
  const board = filter.view === "board";
  const [totals, { rows, hasNext }, columns] = await Promise.all([
    summariseOpenIncidents(actor),
    sees && !board ? listIncidents(actor, filter) : { rows: [], hasNext: false },
    sees && board ? listBoard(actor, filter) : [],
  ]);
  const may = canReportIncident(actor);

  return (
    <>
      <PageHeader title="Sự cố" meta={isDistrict(actor) ? undefined : actor.unitName}>
        {isDistrict(actor) ? (
          <ButtonLink href="/incidents/summary">Tổng hợp (Mẫu 05)</ButtonLink>
        ) : null}
        {may ? (
          <ButtonLink href="/incidents/new" variant="danger">
            Báo cáo sự cố
          </ButtonLink>
        ) : null}
      </PageHeader>
      <IncidentTabs current="cases" tabs={tabsFor(actor)} />
      <div className="grid gap-6">
        <FigureCounts totals={totals} />
        {sees ? (
          <>
            <IncidentFilters filter={filter} />
            {board ? (
              <IncidentBoard columns={columns} at={now()} />
            ) : (
              <Card flush>
                {rows.length > 0 ? (
                  <IncidentTable
                    rows={rows}
                    at={now()}
                    withUnit={isDistrict(actor) || actor.home === "coordination"}
                  />
                ) : (
                  <EmptyState title="Không có sự cố nào ở đây">
                    {may
                      ? "Thấy điều lạ, bấm “Báo cáo sự cố”. Không chắc cũng cứ báo."
                      : "Sự cố các đơn vị báo sẽ hiện ở đây."}
                  </EmptyState>
                )}
              </Card>
            )}
            <Pagination
              previousHref={
                filter.page > 1 ? incidentAddress({ ...filter, page: filter.page - 1 }) : undefined
              }
              nextHref={hasNext ? incidentAddress({ ...filter, page: filter.page + 1 }) : undefined}
            />
          </>
        ) : (
          <Card>
            <p>Tài khoản này xem số liệu, không xem từng sự cố. Số chi tiết ở mục “Số liệu”.</p>
          </Card>
        )}
      </div>
    </>
  );
}
