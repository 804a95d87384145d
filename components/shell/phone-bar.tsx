import type { ReactNode } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Menu } from "@/components/ui/icons";
import { NavLink } from "./nav-link";
import type { DrawnItem } from "./types";

const tab =
  "relative grid min-h-14 flex-1 content-center justify-items-center gap-0.5 px-1 text-[0.6875rem] leading-tight text-ink-muted aria-[current=page]:font-semibold aria-[current=page]:text-accent";

/** Within a thumb's reach: the first places, and everything else behind "Thêm". */
export function PhoneBar({ items, more }: { items: DrawnItem[]; more: ReactNode }) {
  return (
    <div className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-raised pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden">
      <div className="mx-auto flex max-w-xl">
        <nav aria-label="Mục chính" className="flex flex-4">
          {items.map((item) => (
            <NavLink key={item.href} href={item.href} className={tab}>
              {item.icon}
              <span className="text-center">{item.shortLabel ?? item.label}</span>
              {item.count ? (
                <span className="absolute top-1 left-[calc(50%+0.375rem)] min-w-4 rounded-full bg-danger px-1 text-center text-[0.625rem] leading-4 font-semibold text-on-danger tabular-nums">
                  {item.count > 99 ? "99+" : item.count}
                  <span className="sr-only"> việc đang chờ</span>
                </span>
              ) : null}
            </NavLink>
          ))}
        </nav>
        <Dialog
          trigger="Thêm"
          icon={<Menu aria-hidden className="size-[1.125rem]" />}
          title="Tất cả các mục"
          phone="sheet"
          width="sm"
          triggerClassName={tab}
        >
          {more}
        </Dialog>
      </div>
    </div>
  );
}
