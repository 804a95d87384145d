import { ActionForm } from "@/components/ui/action-form";
import { Dialog } from "@/components/ui/dialog";
import { FilterLinks } from "@/components/ui/filter-links";
import { Bookmark, Settings2 } from "@/components/ui/icons";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import type { SavedFilterRow } from "@/lib/search/saved/queries";
import type { SavedPlace } from "@/lib/search/saved/schema";

export type SavedFilterActions = { save: FormAction; rename: FormAction; remove: FormAction };

type Props = {
  place: SavedPlace;
  filters: SavedFilterRow[];
  /** What is asked now, as it would be kept; empty when nothing is. */
  query: string;
  actions: SavedFilterActions;
};

/** A person's own ways to look, one press away. */
export function SavedFilters({ place, filters, query, actions }: Props) {
  const kept = filters.some((filter) => filter.query === query);
  if (filters.length === 0 && !query) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <FilterLinks
        label="Bộ lọc đã lưu"
        links={filters.map((filter) => ({
          href: `/${place}?${filter.query}`,
          label: filter.name,
          current: filter.query === query,
        }))}
      />
      {query && !kept ? (
        <Dialog
          trigger="Lưu bộ lọc này"
          icon={<Bookmark aria-hidden />}
          variant="ghost"
          size="sm"
          title="Lưu bộ lọc"
          width="sm"
          description="Chỉ mình đồng chí thấy bộ lọc này."
        >
          <ActionForm
            action={actions.save}
            hidden={{ place, query }}
            footer={<SubmitButton>Lưu</SubmitButton>}
          >
            <TextField label="Tên bộ lọc" name="name" required maxLength={60} />
          </ActionForm>
        </Dialog>
      ) : null}
      {filters.length > 0 ? (
        <Dialog
          trigger="Sửa"
          triggerLabel="Sửa các bộ lọc đã lưu"
          icon={<Settings2 aria-hidden />}
          variant="ghost"
          size="sm"
          title="Bộ lọc đã lưu"
        >
          <ul className="grid gap-5">
            {filters.map((filter) => (
              <FilterEditor key={filter.id} filter={filter} actions={actions} />
            ))}
          </ul>
        </Dialog>
      ) : null}
    </div>
  );
}

function FilterEditor({
  filter,
  actions,
}: {
  filter: SavedFilterRow;
  actions: SavedFilterActions;
}) {
  const { id, name } = filter;
  return (
    <li className="grid gap-2 border-b border-line pb-5 last:border-0 last:pb-0">
      <ActionForm
        action={actions.rename}
        hidden={{ filterId: id }}
        label={`Đổi tên ${name}`}
        footer={
          <SubmitButton variant="secondary" size="sm">
            Đổi tên
          </SubmitButton>
        }
        className="gap-2"
      >
        <TextField label="Tên bộ lọc" name="name" required maxLength={60} defaultValue={name} />
      </ActionForm>
      <ActionForm action={actions.remove} hidden={{ filterId: id }} label={`Xóa ${name}`}>
        <SubmitButton variant="ghost" size="sm" className="text-danger-ink">
          Xóa bộ lọc “{name}”
        </SubmitButton>
      </ActionForm>
    </li>
  );
}
