import { Avatar } from "@/components/ui/avatar";
import { LogOut } from "@/components/ui/icons";
import { NavLink } from "./nav-link";
import { ThemeSwitch } from "./theme-switch";
import type { PlainAction, ShellUser, Theme } from "./types";

type Props = {
  user: ShellUser;
  profileHref: string;
  theme: Theme;
  setTheme: PlainAction;
  signOut: PlainAction;
};

export function PersonPanel({ user, profileHref, theme, setTheme, signOut }: Props) {
  return (
    <div className="grid gap-2">
      <NavLink
        href={profileHref}
        className="flex items-center gap-2.5 rounded-md p-1.5 hover:bg-subtle aria-[current=page]:bg-accent-soft"
      >
        <Avatar initials={user.initials} />
        <span className="grid min-w-0 text-sm leading-snug">
          <span className="font-medium">{user.fullName}</span>
          <span className="text-xs text-ink-muted">{user.title || user.roleLabel}</span>
        </span>
      </NavLink>
      <div className="flex items-center justify-between gap-1">
        <ThemeSwitch theme={theme} setTheme={setTheme} />
        <form action={signOut}>
          <button
            type="submit"
            className="inline-flex min-h-8 items-center gap-1.5 rounded-md px-1.5 text-sm whitespace-nowrap text-ink-muted hover:bg-subtle hover:text-ink pointer-coarse:min-h-11"
          >
            <LogOut aria-hidden className="size-4" />
            Đăng xuất
          </button>
        </form>
      </div>
    </div>
  );
}
