import { FilterBar } from "@/components/ui/filter-bar";
import { SearchField } from "@/components/ui/search-field";
import { SelectField } from "@/components/ui/select-field";
import { unitSortLabels, unitStateLabels } from "@/lib/organization/labels";
import type { UnitKindRow } from "@/lib/organization/queries";
import type { UnitFilter } from "@/lib/organization/schema";

type Props = { filter: UnitFilter; kinds: UnitKindRow[]; narrowed: boolean };

const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

export function UnitFilterBar({ filter, kinds, narrowed }: Props) {
  return (
    <FilterBar
      action="/admin/units"
      label="Lọc đơn vị"
      clearHref={narrowed ? "/admin/units" : undefined}
    >
      <SearchField label="Tìm tên, mã đơn vị" defaultValue={filter.q} />
      <SelectField
        label="Loại đơn vị"
        name="kind"
        hideLabel
        optional
        placeholder="Mọi loại"
        defaultValue={filter.kind}
        options={kinds.map(({ code, label, units }) => ({
          value: code,
          label: `${label} (${units})`,
        }))}
      />
      <SelectField
        label="Tình trạng"
        name="state"
        hideLabel
        optional
        defaultValue={filter.state}
        options={optionsOf(unitStateLabels)}
      />
      <SelectField
        label="Sắp xếp"
        name="sort"
        hideLabel
        optional
        defaultValue={filter.sort}
        options={optionsOf(unitSortLabels)}
      />
    </FilterBar>
  );
}
