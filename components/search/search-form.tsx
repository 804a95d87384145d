import Form from "next/form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ChevronRight } from "@/components/ui/icons";
import { SearchField } from "@/components/ui/search-field";
import { TextField } from "@/components/ui/text-field";
import { searchAddress } from "@/lib/search/rules";
import type { SearchFilter } from "@/lib/search/schema";

/** One field, and what narrows it; sent by GET, so that what was found has an address. */
export function SearchForm({ filter }: { filter: SearchFilter }) {
  const { q, kind, from, to, unit, person } = filter;
  const narrowed = Boolean(from || to || unit || person);
  return (
    <search aria-label="Tìm trong toàn bộ dữ liệu" className="print:hidden">
      <Form action="/search" prefetch={false} className="grid gap-3">
        {kind ? <input type="hidden" name="kind" value={kind} /> : null}
        <div className="flex gap-2">
          <SearchField
            label="Từ khóa, số văn bản, đơn vị, người"
            defaultValue={q}
            className="flex-1"
          />
          <Button type="submit" variant="primary">
            Tìm
          </Button>
        </div>
        <details open={narrowed} className="group rounded-lg border border-line bg-surface">
          <summary className="flex cursor-pointer list-none items-center gap-1.5 px-4 py-2.5 text-sm font-medium text-ink-muted hover:text-ink [&::-webkit-details-marker]:hidden">
            <ChevronRight
              aria-hidden
              className="size-4 transition-transform group-open:rotate-90"
            />
            Lọc theo thời gian, đơn vị, người
          </summary>
          <div className="grid gap-4 border-t border-line p-4 sm:grid-cols-2 lg:grid-cols-4">
            <TextField label="Từ ngày" name="from" type="date" optional defaultValue={from} />
            <TextField label="Đến ngày" name="to" type="date" optional defaultValue={to} />
            <TextField label="Đơn vị" name="unit" optional maxLength={100} defaultValue={unit} />
            <TextField label="Người" name="person" optional maxLength={100} defaultValue={person} />
            {narrowed ? (
              <ButtonLink
                href={searchAddress({ q, kind })}
                variant="ghost"
                size="sm"
                className="justify-self-start"
              >
                Bỏ các điều kiện này
              </ButtonLink>
            ) : null}
          </div>
        </details>
      </Form>
    </search>
  );
}
