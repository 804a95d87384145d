"use client";

import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style";
import { ChevronDown } from "./icons";
import { SoftLink } from "./soft-link";

type Item = { href: string; label: string; icon?: ReactNode; hint?: string; download?: boolean };

type Props = ButtonStyle & {
  trigger: ReactNode;
  icon?: ReactNode;
  /** For a trigger that is a picture alone. */
  triggerLabel?: string;
  items: Item[];
};

/** Places to go that need not stand on the page; a file is one with `download`. */
export function Menu({ trigger, icon, triggerLabel, items, ...style }: Props) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger aria-label={triggerLabel} className={buttonStyle(style)}>
        {icon}
        {trigger}
        {triggerLabel ? null : <ChevronDown aria-hidden />}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          className="z-50 min-w-48 max-w-80 animate-appear rounded-lg border border-line bg-raised p-1 text-ink shadow-float print:hidden"
        >
          {items.map(({ href, label, hint, download, icon: picture }) => (
            <Radix.Item key={href} asChild>
              {download ? (
                <a href={href} download className={itemStyle}>
                  <ItemWords label={label} hint={hint} icon={picture} />
                </a>
              ) : (
                <SoftLink href={href} className={itemStyle}>
                  <ItemWords label={label} hint={hint} icon={picture} />
                </SoftLink>
              )}
            </Radix.Item>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const itemStyle =
  "flex items-start gap-2.5 rounded-md px-2.5 py-2 text-sm outline-none data-highlighted:bg-accent-soft " +
  "data-highlighted:text-accent pointer-coarse:min-h-11 pointer-coarse:items-center [&_svg]:mt-0.5 [&_svg]:size-4";

function ItemWords({ label, hint, icon }: Pick<Item, "label" | "hint" | "icon">) {
  return (
    <>
      {icon}
      <span className="grid">
        {label}
        {hint ? <span className="text-xs text-ink-muted">{hint}</span> : null}
      </span>
    </>
  );
}
