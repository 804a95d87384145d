import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FigureTable } from "@/components/compliance/figure-table";
import { pictureAddress } from "@/components/compliance/picture-address";
import { ReplayNote } from "@/components/compliance/replay-note";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/session";
import { figureDescriptions, figureTitles } from "@/lib/compliance/figures/labels";
import { listFigureRows } from "@/lib/compliance/figures/rows/queries";
import { figureValue } from "@/lib/compliance/figures/rules";
import { type ListedFigure, listedFigures } from "@/lib/compliance/figures/schema";
import { rowFilterSchema } from "@/lib/compliance/schema";

type Props = PageProps<"/command/figures/[figure]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: figureTitles[figureOf(await params)] };
}

export default async function FigurePage({ params, searchParams }: Props) {
  const [actor, given, query] = await Promise.all([requireActor(), params, searchParams]);
  const figure = figureOf(given);
  const { page, ...filter } = rowFilterSchema.parse(query);
  const list = await listFigureRows(actor, figure, { ...filter, page });
  if (!list) notFound();
  const path = `/command/figures/${figure}`;
  const link = (to: number) => pictureAddress(path, filter, { page: to > 1 ? `${to}` : "" });

  return (
    <>
      <PageHeader
        title={figureTitles[figure]}
        breadcrumb={[{ href: pictureAddress("/command", filter), label: "Điều hành" }]}
        description={figureDescriptions[figure]}
      />
      <div className="grid gap-5">
        {list.live ? null : (
          <ReplayNote
            day={list.day}
            nowHref={pictureAddress(path, { dot: filter.dot })}
            figure={figureValue(list.day.figures, figure)}
          />
        )}
        <Card flush>
          {list.rows.length === 0 ? (
            <EmptyState title={page > 1 ? "Không còn dòng nào" : "Không có dòng nào"} />
          ) : (
            <FigureTable figure={figure} rows={list.rows} />
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

function figureOf({ figure }: { figure: string }): ListedFigure {
  return listedFigures.find((one) => one === figure) ?? notFound();
}
