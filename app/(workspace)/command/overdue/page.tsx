import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OverdueTable } from "@/components/compliance/overdue-table";
import { pictureAddress } from "@/components/compliance/picture-address";
import { ReplayNote } from "@/components/compliance/replay-note";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/session";
import { listOverdue } from "@/lib/compliance/overdue/queries";
import { rowFilterSchema } from "@/lib/compliance/schema";

export const metadata: Metadata = { title: "Việc quá hạn" };

export default async function OverduePage({ searchParams }: PageProps<"/command/overdue">) {
  const actor = await requireActor();
  const { page, ...asked } = rowFilterSchema.parse(await searchParams);
  const list = await listOverdue(actor, { ...asked, page });
  if (!list) notFound();
  const link = (to: number) =>
    pictureAddress("/command/overdue", asked, { page: to > 1 ? `${to}` : "" });

  return (
    <>
      <PageHeader
        title="Việc quá hạn"
        breadcrumb={[{ href: pictureAddress("/command", asked), label: "Điều hành" }]}
        description="Nhiệm vụ đã qua hạn mà đơn vị chưa báo cáo kết quả, lâu nhất xếp trước."
      />
      <div className="grid gap-5">
        {list.day && !list.live && asked.ngay ? (
          <ReplayNote
            day={list.day}
            nowHref={pictureAddress("/command/overdue", { dot: asked.dot })}
            figure={list.day.figures.overdue.assignments}
          />
        ) : null}
        <Card flush>
          {list.rows.length === 0 ? (
            <EmptyState title={page > 1 ? "Không còn việc nào" : "Không có việc nào quá hạn"} />
          ) : (
            <OverdueTable rows={list.rows} at={list.at} />
          )}
        </Card>
        <Pagination
          previousHref={page > 1 ? link(page - 1) : undefined}
          nextHref={list.hasNext ? link(page + 1) : undefined}
        />
      </div>
    </>
  );
}
