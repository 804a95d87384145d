import { FilterBar } from "@/components/ui/filter-bar";
import { SearchField } from "@/components/ui/search-field";
import { SelectField } from "@/components/ui/select-field";
import { awarenessLabels } from "@/lib/awareness/labels";
import type { AwarenessCampaign } from "@/lib/awareness/queries";
import { type ActivityFilter, awarenessKinds } from "@/lib/awareness/schema";

type Props = { filter: ActivityFilter; campaigns: AwarenessCampaign[] };

export function ActivityFilters({ filter, campaigns }: Props) {
  const narrowed = filter.q || filter.kind || filter.campaign || filter.unit || filter.group;
  return (
    <FilterBar action="/awareness" clearHref={narrowed ? "/awareness" : undefined}>
      <SearchField label="Tìm nội dung, đơn vị" name="q" defaultValue={filter.q} />
      <SelectField
        label="Hình thức"
        name="kind"
        hideLabel
        optional
        placeholder="Mọi hình thức"
        defaultValue={filter.kind ?? ""}
        options={awarenessKinds.map((kind) => ({ value: kind, label: awarenessLabels[kind].text }))}
      />
      <SelectField
        label="Đợt cao điểm"
        name="campaign"
        hideLabel
        optional
        placeholder="Mọi thời gian"
        defaultValue={filter.campaign ?? ""}
        options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {filter.unit ? <input type="hidden" name="unit" value={filter.unit} /> : null}
    </FilterBar>
  );
}
