import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DrillTable } from "@/components/incidents/drill-table";
import { IncidentTabs } from "@/components/incidents/incident-tabs";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { requireActor } from "@/lib/auth/session";
import { listDrills } from "@/lib/incidents/drills/queries";
import { canRunDrill, tabsFor } from "@/lib/incidents/policy";
import { createDrillAction } from "./actions";

export const metadata: Metadata = { title: "Diễn tập" };

const pageSchema = z.coerce.number().int().min(1).max(10_000).catch(1);

export default async function DrillsPage({ searchParams }: PageProps<"/incidents/drills">) {
  const actor = await requireActor();
  const tabs = tabsFor(actor);
  if (!tabs.includes("drills")) notFound();
  const page = pageSchema.parse((await searchParams).page);
  const { rows, hasNext } = await listDrills(actor, { page });
  const runs = canRunDrill(actor);
  const address = (to: number) => `/incidents/drills${to > 1 ? `?page=${to}` : ""}`;

  return (
    <>
      <PageHeader title="Diễn tập">
        {runs ? (
          <Dialog
            trigger="Lập cuộc diễn tập"
            title="Lập cuộc diễn tập"
            variant="primary"
            width="sm"
          >
            <ActionForm
              action={createDrillAction}
              hidden={{ requestId: randomUUID() }}
              footer={<SubmitButton>Soạn kịch bản</SubmitButton>}
            >
              <TextField label="Tên cuộc diễn tập" name="name" maxLength={160} />
            </ActionForm>
          </Dialog>
        ) : null}
      </PageHeader>
      <IncidentTabs current="drills" tabs={tabs} />
      <Card flush>
        {rows.length > 0 ? (
          <DrillTable rows={rows} />
        ) : (
          <EmptyState title="Chưa có cuộc diễn tập nào">
            {runs
              ? "Lập kịch bản, chọn đơn vị và thời điểm; hệ thống phát tình huống đúng giờ và chấm điểm."
              : "Cuộc diễn tập có đơn vị tham gia sẽ hiện ở đây khi bắt đầu."}
          </EmptyState>
        )}
      </Card>
      <div className="mt-6">
        <Pagination
          previousHref={page > 1 ? address(page - 1) : undefined}
          nextHref={hasNext ? address(page + 1) : undefined}
        />
      </div>
    </>
  );
}
