import { SearchField } from "./search-field";

type Props = { label: string; defaultValue?: string; hidden?: Record<string, string | undefined> };

/** A search that is an address: it can be kept, sent and gone back to. */
export function SearchForm({ label, defaultValue, hidden = {} }: Props) {
  return (
    <search className="w-full sm:w-72 print:hidden">
      <form>
        {Object.entries(hidden).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <SearchField label={label} defaultValue={defaultValue} />
      </form>
    </search>
  );
}
