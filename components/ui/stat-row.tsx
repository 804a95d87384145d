import type { ReactNode } from "react";

/** Figures side by side: two on a phone, as many as there are on a desktop. */
export function StatRow({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))]">
      {children}
    </div>
  );
}
