import { FilterBar } from "@/components/ui/filter-bar";
import { FilterLinks } from "@/components/ui/filter-links";
import { SearchField } from "@/components/ui/search-field";
import { SelectField } from "@/components/ui/select-field";
import {
  channelLabels,
  complaintAddress,
  kindLabels,
  showLabels,
  stateLabels,
} from "@/lib/complaints/labels";
import {
  type ComplaintFilter,
  channels,
  complaintKinds,
  complaintStates,
  shows,
} from "@/lib/complaints/schema";

type Props = { filter: ComplaintFilter; telcos: { id: string; shortName: string }[] | null };

export function ComplaintFilters({ filter, telcos }: Props) {
  const { q, kind, channel, state, telco } = filter;
  const filtered = Boolean(q || kind || channel || state || telco || filter.import);
  return (
    <div className="grid gap-3">
      <FilterLinks
        label="Lọc theo tình trạng"
        links={shows.map((show) => ({
          href: complaintAddress({ ...filter, show, state: undefined, after: undefined }),
          label: showLabels[show],
          current: !state && filter.show === show,
        }))}
      />
      <FilterBar action="/complaints" clearHref={filtered ? "/complaints" : undefined}>
        {filter.show === "open" ? null : <input type="hidden" name="show" value={filter.show} />}
        {filter.import ? <input type="hidden" name="import" value={filter.import} /> : null}
        <SearchField
          label="Tìm số, đầu số, đường dẫn, mã"
          name="q"
          defaultValue={q}
          className="sm:min-w-76"
        />
        <SelectField
          label="Loại"
          name="kind"
          hideLabel
          placeholder="Mọi loại"
          defaultValue={kind ?? ""}
          options={complaintKinds.map((value) => ({ value, label: kindLabels[value] }))}
        />
        <SelectField
          label="Tình trạng"
          name="state"
          hideLabel
          placeholder="Mọi tình trạng"
          defaultValue={state ?? ""}
          options={complaintStates.map((value) => ({ value, label: stateLabels[value].text }))}
        />
        <SelectField
          label="Kênh"
          name="channel"
          hideLabel
          placeholder="Mọi kênh"
          defaultValue={channel ?? ""}
          options={channels.map((value) => ({ value, label: channelLabels[value] }))}
        />
        {telcos ? (
          <SelectField
            label="Nhà mạng"
            name="telco"
            hideLabel
            placeholder="Mọi nhà mạng"
            defaultValue={telco ?? ""}
            options={telcos.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          />
        ) : null}
      </FilterBar>
    </div>
  );
}
