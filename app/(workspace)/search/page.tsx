import type { Metadata } from "next";
import { HitGroups, type ShownGroup } from "@/components/search/hit-groups";
import { SavedFilters } from "@/components/search/saved-filters";
import { SearchForm } from "@/components/search/search-form";
import { NothingFound, SearchHints } from "@/components/search/search-hints";
import { Alert } from "@/components/ui/alert";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/session";
import { kindLabels, understoodTime } from "@/lib/search/labels";
import { HITS_PER_PAGE, type HitGroup, MOST_HITS, search } from "@/lib/search/queries";
import { isBlank, searchAddress } from "@/lib/search/rules";
import { listSavedFilters } from "@/lib/search/saved/queries";
import { keptQuery } from "@/lib/search/saved/schema";
import { type SearchFilter, searchFilterSchema } from "@/lib/search/schema";
import { deleteFilterAction, renameFilterAction, saveFilterAction } from "./actions";

export const metadata: Metadata = { title: "Tìm kiếm" };

const EACH = 5;

export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const actor = await requireActor();
  const filter = searchFilterSchema.parse(await searchParams);
  const blank = isBlank(filter);
  const [found, saved] = await Promise.all([
    search(actor, filter, { each: EACH, texts: "passages" }),
    listSavedFilters(actor, "search"),
  ]);
  const groups = found.groups.filter(({ total }) => total > 0);
  const shown = groups.filter(({ hits }) => hits.length > 0).map((group) => toShow(group, filter));
  const understood = understoodTime(found.question);

  return (
    <>
      <PageHeader title="Tìm kiếm" />
      <div className="grid gap-5">
        <SearchForm key={searchAddress(filter)} filter={filter} />
        <SavedFilters
          place="search"
          filters={saved}
          query={blank ? "" : keptQuery("search", searchAddress(filter).split("?")[1] ?? "")}
          actions={{
            save: saveFilterAction,
            rename: renameFilterAction,
            remove: deleteFilterAction,
          }}
        />
        {understood ? <p className="text-sm text-ink-muted">Hiểu là: {understood}.</p> : null}
        {found.cut ? (
          <Alert tone="warning" title="Chưa tìm hết">
            Câu hỏi này mất quá nhiều thời gian nên kết quả bên dưới còn thiếu. Thêm từ hoặc chọn
            khoảng thời gian rồi tìm lại.
          </Alert>
        ) : null}
        {groups.length > 0 || filter.kind ? <Facets groups={groups} filter={filter} /> : null}
        {blank ? <SearchHints /> : null}
        {shown.length > 0 ? <HitGroups groups={shown} /> : null}
        {!blank && shown.length === 0 && !found.cut ? <NothingFound filter={filter} /> : null}
        <Pages groups={groups} filter={filter} />
      </div>
    </>
  );
}

const counted = (total: number) => (total > MOST_HITS ? `${MOST_HITS}+` : String(total));

function toShow({ kind, hits, total }: HitGroup, filter: SearchFilter): ShownGroup {
  const more = !filter.kind && total > hits.length;
  return {
    kind,
    hits,
    count: counted(total),
    moreHref: more ? searchAddress({ ...filter, kind, page: 1 }) : undefined,
  };
}

function Facets({ groups, filter }: { groups: HitGroup[]; filter: SearchFilter }) {
  const link = (kind: SearchFilter["kind"]) => searchAddress({ ...filter, kind, page: 1 });
  return (
    <FilterLinks
      label="Loại kết quả"
      links={[
        { href: link(undefined), label: "Tất cả", current: !filter.kind },
        ...groups.map(({ kind, total }) => ({
          href: link(kind),
          label: kindLabels[kind],
          count: counted(total),
          current: filter.kind === kind,
        })),
      ]}
    />
  );
}

function Pages({ groups, filter }: { groups: HitGroup[]; filter: SearchFilter }) {
  const group = groups.find(({ kind }) => kind === filter.kind);
  if (!group) return null;
  const { page } = filter;
  const reachable = Math.min(group.total, MOST_HITS);
  const start = (page - 1) * HITS_PER_PAGE;
  const end = start + group.hits.length;
  const link = (to: number) => searchAddress({ ...filter, page: to });
  const cut = group.total > MOST_HITS ? " mới nhất; thêm từ hoặc thời gian để thu hẹp" : "";
  return (
    <Pagination
      summary={end > start ? `${start + 1}–${end} trong ${reachable}${cut}` : undefined}
      previousHref={page > 1 ? link(page - 1) : undefined}
      nextHref={end < reachable ? link(page + 1) : undefined}
    />
  );
}
