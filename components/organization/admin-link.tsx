import type { ReactNode } from "react";
import { SoftLink } from "@/components/ui/soft-link";

type Props = { href: string; title: string; icon: ReactNode; children: ReactNode };

export function AdminLink({ href, title, icon, children }: Props) {
  return (
    <li>
      <SoftLink
        href={href}
        className="flex h-full items-start gap-4 rounded-lg border border-line bg-surface p-4 shadow-card transition-colors hover:border-line-strong hover:bg-subtle sm:p-5"
      >
        <span
          aria-hidden
          className="grid size-10 shrink-0 place-items-center rounded-md bg-accent-soft text-accent [&_svg]:size-5"
        >
          {icon}
        </span>
        <span className="grid gap-0.5">
          <span className="text-lg font-semibold">{title}</span>
          <span className="text-sm text-ink-muted">{children}</span>
        </span>
      </SoftLink>
    </li>
  );
}
