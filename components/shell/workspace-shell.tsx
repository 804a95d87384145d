import type { ReactNode } from "react";
import { SoftLink } from "@/components/ui/soft-link";
import { Brand } from "./brand";
import { NavIcon } from "./nav-icon";
import { NavList } from "./nav-list";
import { PersonPanel } from "./person-panel";
import { PhoneBar } from "./phone-bar";
import { SearchLink } from "./search-link";
import { SkipLink } from "./skip-link";
import type { NavItem, PlainAction, ShellUser, Theme } from "./types";

type Props = {
  user: ShellUser;
  items: NavItem[];
  /** Whose product it is: `UBND huyện …`. */
  subtitle: string;
  homeHref: string;
  profileHref: string;
  theme: Theme;
  setTheme: PlainAction;
  signOut: PlainAction;
  /** What everyone must see now, above every page. */
  banner?: ReactNode;
  /** What the search links open. */
  palette?: ReactNode;
  children: ReactNode;
};

const ON_PHONE = 4;

export function WorkspaceShell({
  user,
  items,
  subtitle,
  homeHref,
  banner,
  palette,
  children,
  ...rest
}: Props) {
  const drawn = items.map((item) => ({ ...item, icon: <NavIcon name={item.icon} /> }));
  const person = <PersonPanel user={user} {...rest} />;
  const unit = (
    <p className="px-2.5 text-sm leading-snug font-medium" title={user.roleLabel}>
      {user.unitName}
    </p>
  );

  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
      <SkipLink />
      <header className="sticky top-0 hidden h-dvh flex-col gap-5 border-r border-line bg-surface px-3 py-4 lg:flex print:hidden">
        <SoftLink href={homeHref} className="rounded-md px-1.5">
          <Brand subtitle={subtitle} />
        </SoftLink>
        <div className="rounded-md bg-subtle py-2">{unit}</div>
        <SearchLink />
        <div className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1">
          <NavList items={drawn} label="Điều hướng chính" />
        </div>
        <div className="-mx-3 -mb-4 border-t border-line px-3 py-3">{person}</div>
      </header>

      <div className="min-w-0">
        <header className="sticky top-0 z-30 flex h-14 items-center gap-2 border-b border-line bg-surface px-4 lg:hidden print:hidden">
          <SoftLink href={homeHref} className="min-w-0 flex-1 rounded-md">
            <Brand subtitle={user.unitName} />
          </SoftLink>
          <SearchLink compact />
        </header>
        {banner}
        <main
          id="noi-dung"
          tabIndex={-1}
          className="mx-auto max-w-[82rem] px-4 pt-5 pb-28 outline-none sm:px-6 lg:px-8 lg:pt-8 lg:pb-16 print:max-w-none print:p-0"
        >
          {children}
        </main>
      </div>

      {palette}
      <PhoneBar
        items={drawn.slice(0, ON_PHONE)}
        more={
          <div className="grid gap-5">
            <NavList items={drawn} label="Tất cả các mục" />
            <div className="grid gap-3 border-t border-line pt-4">
              {unit}
              {person}
            </div>
          </div>
        }
      />
    </div>
  );
}
