import { FilterBar } from "@/components/ui/filter-bar";
import { FilterLinks } from "@/components/ui/filter-links";
import { SelectField } from "@/components/ui/select-field";
import { figureAddress, viewLabels } from "@/lib/complaints/figures/labels";
import { type FigureFilter, spans, views } from "@/lib/complaints/figures/schema";
import { kindLabels } from "@/lib/complaints/labels";
import { complaintKinds } from "@/lib/complaints/schema";

type Props = { filter: FigureFilter; telcos: { id: string; shortName: string }[] | null };

export function FigureFilters({ filter, telcos }: Props) {
  const { days, by, kind, telco } = filter;
  return (
    <div className="grid gap-3">
      <FilterLinks
        label="Xem theo"
        links={views.map((view) => ({
          href: figureAddress({ ...filter, by: view }),
          label: viewLabels[view],
          current: view === by,
        }))}
      />
      <FilterLinks
        label="Số ngày"
        links={spans.map((span) => ({
          href: figureAddress({ ...filter, days: span }),
          label: `${span} ngày`,
          current: span === days,
        }))}
      />
      <FilterBar
        action="/complaints/figures"
        clearHref={kind || telco ? figureAddress({ days, by }) : undefined}
      >
        <input type="hidden" name="days" value={days} />
        <input type="hidden" name="by" value={by} />
        <SelectField
          label="Loại"
          name="kind"
          hideLabel
          placeholder="Mọi loại"
          defaultValue={kind ?? ""}
          options={complaintKinds.map((value) => ({ value, label: kindLabels[value] }))}
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
