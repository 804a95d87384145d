import type { ReactNode } from "react";

/** Names and values; a value that is missing says so. */
export function DefinitionList({ items }: { items: [name: string, value: ReactNode][] }) {
  return (
    <dl className="grid gap-x-6 gap-y-2.5 text-sm sm:grid-cols-[minmax(8rem,max-content)_minmax(0,1fr)]">
      {items.map(([name, value]) => (
        <div key={name} className="grid gap-0.5 sm:contents">
          <dt className="text-ink-muted">{name}</dt>
          <dd className="min-w-0 font-medium break-words">
            {value || <span className="font-normal text-ink-faint">Chưa có</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
