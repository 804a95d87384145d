import { FilterBar } from "@/components/ui/filter-bar";
import { FilterLinks } from "@/components/ui/filter-links";
import { SearchField } from "@/components/ui/search-field";
import { SelectField } from "@/components/ui/select-field";
import {
  incidentAddress,
  kindLabels,
  severityLabels,
  showLabels,
  stateLabels,
} from "@/lib/incidents/labels";
import {
  type IncidentFilter,
  incidentKinds,
  incidentStates,
  severities,
  standings,
} from "@/lib/incidents/schema";

export function IncidentFilters({ filter }: { filter: IncidentFilter }) {
  const link = (change: Partial<IncidentFilter>) =>
    incidentAddress({ ...filter, page: 1, ...change });
  const filtered = Boolean(filter.q || filter.kind || filter.severity || filter.state);
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap justify-between gap-3">
        <FilterLinks
          label="Lọc theo tình trạng"
          links={standings.map((show) => ({
            href: link({ show, state: undefined, view: "list" }),
            label: showLabels[show],
            current: filter.view === "list" && !filter.state && filter.show === show,
          }))}
        />
        <FilterLinks
          label="Cách xem"
          links={[
            { href: link({ view: "list" }), label: "Danh sách", current: filter.view === "list" },
            {
              href: link({ view: "board" }),
              label: "Bảng theo bước",
              current: filter.view === "board",
            },
          ]}
        />
      </div>
      <details open={filtered || filter.sort !== "newest"}>
        <summary className="w-fit cursor-pointer text-sm font-medium text-accent pointer-coarse:py-3">
          Tìm, lọc, sắp xếp
        </summary>
        <div className="mt-2">
          <FilterBar action="/incidents" clearHref={filtered ? "/incidents" : undefined}>
            <SearchField label="Tìm sự cố" name="q" defaultValue={filter.q} />
            <SelectField
              label="Bước"
              name="state"
              hideLabel
              placeholder="Mọi bước"
              defaultValue={filter.state ?? ""}
              options={incidentStates.map((state) => ({
                value: state,
                label: stateLabels[state].text,
              }))}
            />
            <SelectField
              label="Loại sự cố"
              name="kind"
              hideLabel
              placeholder="Mọi loại"
              defaultValue={filter.kind ?? ""}
              options={incidentKinds.map((kind) => ({ value: kind, label: kindLabels[kind] }))}
            />
            <SelectField
              label="Mức độ"
              name="severity"
              hideLabel
              placeholder="Mọi mức độ"
              defaultValue={filter.severity ?? ""}
              options={severities.map((one) => ({ value: one, label: severityLabels[one].text }))}
            />
            <SelectField
              label="Xếp theo"
              name="sort"
              hideLabel
              defaultValue={filter.sort}
              options={[
                { value: "newest", label: "Mới báo trước" },
                { value: "due", label: "Sắp đến hạn trước" },
                { value: "severity", label: "Mức độ cao trước" },
              ]}
            />
          </FilterBar>
        </div>
      </details>
    </div>
  );
}
