import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SearchX } from "@/components/ui/icons";
import { TextLink } from "@/components/ui/text-link";
import { kindLabels } from "@/lib/search/labels";
import { searchAddress } from "@/lib/search/rules";
import type { SearchFilter } from "@/lib/search/schema";

const EXAMPLES = ["12/UBND-VH", "tin nhan rac", "tuyên truyền năm 2025", "từ ngày 1/1/2025"];

/** Before anything was asked: what can be asked. */
export function SearchHints() {
  return (
    <Card title="Tìm được những gì?">
      <div className="grid gap-4">
        <p className="max-w-prose">
          Văn bản, nhiệm vụ, báo cáo, đơn vị và người mà đồng chí được xem. Gõ có dấu hay không dấu
          đều được; số văn bản, căn cứ, tên đơn vị, người và thời gian cũng là từ để tìm.
        </p>
        <ul className="flex flex-wrap gap-2">
          {EXAMPLES.map((q) => (
            <li key={q}>
              <ButtonLink href={searchAddress({ q })} size="sm">
                {q}
              </ButtonLink>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

/** Nothing was found: what to try next. */
export function NothingFound({ filter }: { filter: SearchFilter }) {
  const { q, kind, from, to, unit, person } = filter;
  const narrowed = Boolean(from || to || unit || person);
  return (
    <Card>
      <EmptyState
        icon={<SearchX />}
        title={q ? `Không tìm thấy “${q}”` : "Không tìm thấy gì"}
        action={
          <>
            {kind ? (
              <ButtonLink href={searchAddress({ ...filter, kind: undefined, page: 1 })}>
                Tìm trong tất cả, không riêng {kindLabels[kind].toLowerCase()}
              </ButtonLink>
            ) : null}
            {narrowed && q ? (
              <ButtonLink href={searchAddress({ q, kind })}>Bỏ thời gian, đơn vị, người</ButtonLink>
            ) : null}
          </>
        }
      >
        Thử bớt từ, hoặc tìm theo số văn bản như <TextLink href="/search?q=12">12</TextLink>. Chỉ
        những gì đồng chí được xem mới hiện ở đây.
      </EmptyState>
    </Card>
  );
}
