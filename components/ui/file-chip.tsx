import { Paperclip } from "./icons";

type Props = { href: string; name: string; size: string };

export function FileChip({ href, name, size }: Props) {
  return (
    <a
      href={href}
      download
      className="inline-flex min-h-8 max-w-full items-center gap-2 rounded-md border border-line bg-surface px-2.5 text-sm hover:border-line-strong hover:bg-subtle pointer-coarse:min-h-11"
    >
      <Paperclip aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
      <span className="truncate font-medium">{name}</span>
      <span className="shrink-0 text-xs text-ink-muted tabular-nums">{size}</span>
    </a>
  );
}
