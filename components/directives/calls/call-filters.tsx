import { FilterLinks } from "@/components/ui/filter-links";
import { silenceLabels } from "@/lib/directives/calls/labels";
import { type CallFilter, type Silence, silences } from "@/lib/directives/calls/schema";

type Props = {
  filter: CallFilter;
  counts: Record<Silence, number> & { kinds: { code: string; label: string; units: number }[] };
  link: (change: Partial<CallFilter>) => string;
};

export function CallFilters({ filter, counts, link }: Props) {
  return (
    <div className="grid gap-3 print:hidden">
      <FilterLinks
        label="Lọc theo việc còn nợ"
        links={silences.map((waiting) => ({
          href: link({ waiting, kind: undefined }),
          label: silenceLabels[waiting],
          count: counts[waiting],
          current: filter.waiting === waiting,
        }))}
      />
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <FilterLinks
          label="Lọc theo nhóm đơn vị"
          links={[
            { href: link({ kind: undefined }), label: "Mọi nhóm", current: !filter.kind },
            ...counts.kinds.map(({ code, label, units }) => ({
              href: link({ kind: code }),
              label,
              count: units,
              current: filter.kind === code,
            })),
          ]}
        />
        <FilterLinks
          label="Lọc theo cuộc gọi hôm nay"
          links={[
            {
              href: link({ called: filter.called ? undefined : "no" }),
              label: "Chỉ đơn vị hôm nay chưa gọi",
              current: filter.called === "no",
            },
          ]}
        />
      </div>
    </div>
  );
}
