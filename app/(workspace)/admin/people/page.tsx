import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PeopleTable } from "@/components/identity/people-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { FileUp, UserPlus } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { SelectField } from "@/components/ui/select-field";
import { roles } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { roleLabels } from "@/lib/identity/labels";
import { personSortLabels, personStateLabels } from "@/lib/identity/people/labels";
import { listPeople, PEOPLE_PER_PAGE } from "@/lib/identity/people/queries";
import {
  type PeopleFilter,
  peopleFilterSchema,
  personSorts,
  personStates,
} from "@/lib/identity/people/schema";
import { canManagePeople } from "@/lib/identity/policy";

export const metadata: Metadata = { title: "Tài khoản" };

const stateOptions = personStates.map((value) => ({ value, label: personStateLabels[value] }));
const sortOptions = personSorts.map((value) => ({ value, label: personSortLabels[value] }));
const roleOptions = roles.map((value) => ({ value, label: roleLabels[value] }));

export default async function PeoplePage({ searchParams }: PageProps<"/admin/people">) {
  const actor = await requireActor();
  if (!canManagePeople(actor)) notFound();
  const filter = peopleFilterSchema.parse(await searchParams);
  const { rows, total } = await listPeople(actor, filter);
  const filtered = filter.q || filter.role || filter.state !== "active";
  const last = filter.page * PEOPLE_PER_PAGE;

  return (
    <>
      <PageHeader
        title="Tài khoản"
        breadcrumb={[{ href: "/admin", label: "Quản trị" }]}
        meta={`${total} tài khoản`}
      >
        <ButtonLink href="/admin/people/import" icon={<FileUp />}>
          Nhập từ tệp
        </ButtonLink>
        <ButtonLink href="/admin/people/new" variant="primary" icon={<UserPlus />}>
          Thêm tài khoản
        </ButtonLink>
      </PageHeader>
      <div className="grid gap-4">
        <FilterBar action="/admin/people" clearHref={filtered ? "/admin/people" : undefined}>
          <SearchField label="Tìm tên hoặc đơn vị" defaultValue={filter.q} />
          <SelectField
            label="Vai trò"
            name="role"
            hideLabel
            placeholder="Mọi vai trò"
            options={roleOptions}
            defaultValue={filter.role ?? ""}
          />
          <SelectField
            label="Trạng thái"
            name="state"
            hideLabel
            options={stateOptions}
            defaultValue={filter.state}
          />
          <SelectField
            label="Sắp xếp"
            name="sort"
            hideLabel
            options={sortOptions}
            defaultValue={filter.sort}
          />
        </FilterBar>
        <Card flush>
          {rows.length > 0 ? (
            <PeopleTable rows={rows} />
          ) : (
            <EmptyState title="Không có tài khoản nào khớp">
              Bỏ bớt điều kiện lọc, hoặc bấm Thêm tài khoản.
            </EmptyState>
          )}
        </Card>
        <Pagination
          previousHref={filter.page > 1 ? hrefOf(filter, filter.page - 1) : undefined}
          nextHref={last < total ? hrefOf(filter, filter.page + 1) : undefined}
        />
      </div>
    </>
  );
}

function hrefOf({ q, role, state, sort }: PeopleFilter, page: number) {
  const query = new URLSearchParams({ q, role: role ?? "", state, sort, page: String(page) });
  return `/admin/people?${query}`;
}
