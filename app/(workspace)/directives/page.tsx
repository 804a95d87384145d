import type { Metadata } from "next";
import { DirectiveTable } from "@/components/directives/directive-table";
import { SavedFilters } from "@/components/search/saved-filters";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchForm } from "@/components/ui/search-form";
import { isDistrict } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { stateLabels } from "@/lib/directives/labels";
import { canDraftDirective } from "@/lib/directives/policy";
import { countDirectives, listDirectives } from "@/lib/directives/queries";
import {
  type DirectiveState,
  directiveFilterSchema,
  directiveStates,
} from "@/lib/directives/schema";
import { listSavedFilters } from "@/lib/search/saved/queries";
import { keptQuery } from "@/lib/search/saved/schema";
import { deleteFilterAction, renameFilterAction, saveFilterAction } from "../search/actions";

export const metadata: Metadata = { title: "Văn bản chỉ đạo" };

export default async function DirectivesPage({ searchParams }: PageProps<"/directives">) {
  const actor = await requireActor();
  const filter = directiveFilterSchema.parse(await searchParams);
  const [{ rows, next }, counts, saved] = await Promise.all([
    listDirectives(actor, filter),
    countDirectives(actor),
    listSavedFilters(actor, "directives"),
  ]);
  const states: readonly DirectiveState[] = isDistrict(actor)
    ? directiveStates
    : directiveStates.slice(2);
  const link = (state?: DirectiveState) => address({ state, q: filter.q });
  const total = states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);

  return (
    <>
      <PageHeader title="Văn bản chỉ đạo">
        <ButtonLink href="/directives/registers">Sổ văn bản</ButtonLink>
        {canDraftDirective(actor) ? (
          <ButtonLink href="/directives/new" variant="primary">
            Soạn văn bản
          </ButtonLink>
        ) : null}
      </PageHeader>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <FilterLinks
          label="Lọc theo trạng thái"
          links={[
            { href: link(), label: "Tất cả", count: total, current: !filter.state },
            ...states.map((state) => ({
              href: link(state),
              label: stateLabels[state].text,
              count: counts[state],
              current: filter.state === state,
            })),
          ]}
        />
        <SearchForm
          label="Tìm số, ký hiệu, trích yếu"
          defaultValue={filter.q}
          hidden={{ state: filter.state }}
        />
      </div>
      <div className="mb-4 empty:hidden">
        <SavedFilters
          place="directives"
          filters={saved}
          query={keptQuery("directives", link(filter.state).split("?")[1] ?? "")}
          actions={{
            save: saveFilterAction,
            rename: renameFilterAction,
            remove: deleteFilterAction,
          }}
        />
      </div>
      <Card flush>
        {rows.length > 0 ? (
          <DirectiveTable rows={rows} />
        ) : (
          <EmptyState
            title={filter.q || filter.state ? "Không có văn bản nào khớp" : "Chưa có văn bản nào"}
          >
            {filter.q || filter.state
              ? "Thử bỏ bớt điều kiện lọc."
              : "Văn bản của huyện gửi tới đơn vị sẽ hiện ở đây."}
          </EmptyState>
        )}
      </Card>
      <Pagination
        previousHref={filter.after ? link(filter.state) : undefined}
        nextHref={next ? address({ state: filter.state, q: filter.q, after: next }) : undefined}
      />
    </>
  );
}

function address(query: { state?: string; q?: string; after?: string }) {
  const parts = Object.entries(query).filter(([, value]) => value);
  const text = new URLSearchParams(parts.map(([name, value]) => [name, String(value)])).toString();
  return text ? `/directives?${text}` : "/directives";
}
