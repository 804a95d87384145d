import { Monitor, Moon, Sun } from "@/components/ui/icons";
import type { PlainAction, Theme } from "./types";

const choices = [
  { value: "light", label: "Giao diện sáng", Icon: Sun },
  { value: "dark", label: "Giao diện tối", Icon: Moon },
  { value: "system", label: "Giao diện theo máy", Icon: Monitor },
] as const;

/** Sends `theme`; the server keeps it in a cookie and the page comes back in it. */
export function ThemeSwitch({ theme, setTheme }: { theme: Theme; setTheme: PlainAction }) {
  return (
    <form action={setTheme} className="flex rounded-md bg-subtle p-0.5">
      {choices.map(({ value, label, Icon }) => (
        <button
          key={value}
          type="submit"
          name="theme"
          value={value}
          aria-label={label}
          title={label}
          aria-pressed={theme === value}
          className="grid size-7 place-items-center rounded text-ink-muted hover:text-ink aria-pressed:bg-raised aria-pressed:text-ink aria-pressed:shadow-card pointer-coarse:size-11"
        >
          <Icon aria-hidden className="size-4" />
        </button>
      ))}
    </form>
  );
}
