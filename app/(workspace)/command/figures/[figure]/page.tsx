import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FigurePage } from "@/components/compliance/figure-page";
import { FigureTable } from "@/components/compliance/figure-table";
import { requireActor } from "@/lib/auth/session";
import { figureTitles } from "@/lib/compliance/figures/labels";
import { listFigureRows } from "@/lib/compliance/figures/rows/queries";
import { type ListedFigure, listedFigures } from "@/lib/compliance/figures/schema";
import { rowFilterSchema } from "@/lib/compliance/schema";

type Props = PageProps<"/command/figures/[figure]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: figureTitles[figureOf(await params)] };
}

export default async function RowsPage({ params, searchParams }: Props) {
  const [actor, given, query] = await Promise.all([requireActor(), params, searchParams]);
  const figure = figureOf(given);
  const filter = rowFilterSchema.parse(query);
  const list = await listFigureRows(actor, figure, filter);
  if (!list) notFound();
  const { rows, day, live, hasNext } = list;
  const nothing = filter.page > 1 ? "Không còn dòng nào" : "Không có dòng nào";
  return (
    <FigurePage
      figure={figure}
      path={`/command/figures/${figure}`}
      filter={filter}
      replayed={live ? null : day}
      hasNext={hasNext}
      empty={rows.length === 0 ? nothing : null}
    >
      <FigureTable figure={figure} rows={rows} />
    </FigurePage>
  );
}

function figureOf({ figure }: { figure: string }): ListedFigure {
  return listedFigures.find((one) => one === figure) ?? notFound();
}
