import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { figureDescriptions, figureTitles } from "@/lib/compliance/figures/labels";
import { figureValue } from "@/lib/compliance/figures/rules";
import type { ListedFigure } from "@/lib/compliance/figures/schema";
import type { RowFilter } from "@/lib/compliance/schema";
import type { MeasuredDay } from "@/lib/compliance/standing/queries";
import { pictureAddress } from "./picture-address";
import { ReplayNote } from "./replay-note";

type Props = {
  figure: ListedFigure | "overdue";
  path: string;
  filter: RowFilter;
  /** The earlier day that is looked at again; null for the list of now. */
  replayed: MeasuredDay | null;
  hasNext: boolean;
  /** Said in place of a list without rows. */
  empty: string | null;
  children: ReactNode;
};

/** The rows behind one figure, a page at a time, with what was counted where the day is over. */
export function FigurePage({ figure, path, filter, replayed, hasNext, empty, children }: Props) {
  const { page, ...picture } = filter;
  const link = (to: number) => pictureAddress(path, picture, { page: to > 1 ? `${to}` : "" });
  return (
    <>
      <PageHeader
        title={figureTitles[figure]}
        breadcrumb={[{ href: pictureAddress("/command", picture), label: "Điều hành" }]}
        description={figureDescriptions[figure]}
      />
      <div className="grid gap-5">
        {replayed ? (
          <ReplayNote
            day={replayed}
            nowHref={pictureAddress(path, { dot: picture.dot })}
            figure={figureValue(replayed.figures, figure)}
          />
        ) : null}
        <Card flush>{empty === null ? children : <EmptyState title={empty} />}</Card>
        <Pagination
          previousHref={page > 1 ? link(page - 1) : undefined}
          nextHref={hasNext ? link(page + 1) : undefined}
        />
      </div>
    </>
  );
}
