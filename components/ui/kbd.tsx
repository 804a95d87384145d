import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded border border-line-strong/60 bg-subtle px-1.5 py-px font-sans text-xs text-ink-muted">
      {children}
    </kbd>
  );
}
