import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FigurePage } from "@/components/compliance/figure-page";
import { OverdueTable } from "@/components/compliance/overdue-table";
import { requireActor } from "@/lib/auth/session";
import { figureTitles } from "@/lib/compliance/figures/labels";
import { listOverdue } from "@/lib/compliance/overdue/queries";
import { rowFilterSchema } from "@/lib/compliance/schema";

export const metadata: Metadata = { title: figureTitles.overdue };

export default async function OverduePage({ searchParams }: PageProps<"/command/overdue">) {
  const actor = await requireActor();
  const filter = rowFilterSchema.parse(await searchParams);
  const list = await listOverdue(actor, filter);
  if (!list) notFound();
  const { rows, at, day, live, hasNext } = list;
  const nothing = filter.page > 1 ? "Không còn việc nào" : "Không có việc nào quá hạn";
  return (
    <FigurePage
      figure="overdue"
      path="/command/overdue"
      filter={filter}
      replayed={live || !filter.ngay ? null : day}
      hasNext={hasNext}
      empty={rows.length === 0 ? nothing : null}
    >
      <OverdueTable rows={rows} at={at} />
    </FigurePage>
  );
}
