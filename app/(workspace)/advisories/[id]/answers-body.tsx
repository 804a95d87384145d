import { AnswerTable } from "@/components/advisories/answer-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { Pagination } from "@/components/ui/pagination";
import { SearchForm } from "@/components/ui/search-form";
import { StackedBar } from "@/components/ui/stacked-bar";
import { type AdvisoryView, listAnswers, summariseAnswers } from "@/lib/advisories/detail/queries";
import { handlingLabels } from "@/lib/advisories/labels";
import { type AnswerFilter, answerFilterSchema } from "@/lib/advisories/schema";
import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/time";

type Props = {
  actor: Actor;
  advisory: AdvisoryView;
  query: Record<string, string | string[] | undefined>;
};

const filters = [
  { state: undefined, label: "Tất cả" },
  { state: "open", label: "Còn mở" },
  { state: "late", label: "Quá hạn" },
  { state: "unseen", label: "Chưa xem" },
  { state: "review", label: "Chờ xác nhận" },
] as const;

/** How all units stand with one advisory. */
export async function AnswersBody({ actor, advisory, query }: Props) {
  if (advisory.edition === 0) return null;
  const filter = answerFilterSchema.parse(query);
  const [totals, { rows, hasNext }] = await Promise.all([
    summariseAnswers(actor, advisory.id),
    listAnswers(actor, advisory.id, filter),
  ]);
  const link = (change: Partial<AnswerFilter>) =>
    address(advisory.id, { ...filter, page: 1, ...change });
  return (
    <>
      {totals ? (
        <Card
          title="Các đơn vị"
          description={`${totals.handled} / ${totals.affected} / ${totals.total} máy đã xử lý / bị ảnh hưởng / đã kiểm tra`}
        >
          <StackedBar
            segments={totals.states.map(({ state, units }) => ({
              label: handlingLabels[state].text,
              value: units,
              tone: handlingLabels[state].tone,
            }))}
          />
        </Card>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <FilterLinks
          label="Lọc đơn vị"
          links={filters
            .filter(({ state }) => state !== "review" || advisory.rhythm === "urgent")
            .map(({ state, label }) => ({
              href: link({ state }),
              label,
              current: filter.state === state,
            }))}
        />
        <SearchForm label="Tìm đơn vị" defaultValue={filter.q} hidden={{ state: filter.state }} />
      </div>
      <Card flush>
        {rows.length > 0 ? (
          <AnswerTable
            advisoryId={advisory.id}
            rows={rows}
            urgent={advisory.rhythm === "urgent"}
            at={now()}
          />
        ) : (
          <EmptyState title="Không có đơn vị nào khớp">Thử bỏ bớt điều kiện lọc.</EmptyState>
        )}
      </Card>
      <Pagination
        previousHref={filter.page > 1 ? link({ page: filter.page - 1 }) : undefined}
        nextHref={hasNext ? link({ page: filter.page + 1 }) : undefined}
      />
    </>
  );
}

function address(id: string, { state, q, page }: AnswerFilter) {
  const entries = { state: state ?? "", q, page: page > 1 ? String(page) : "" };
  const text = new URLSearchParams(Object.entries(entries).filter(([, value]) => value)).toString();
  return text ? `/advisories/${id}?${text}` : `/advisories/${id}`;
}
