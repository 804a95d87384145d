"use client";

import type { KeyboardEvent } from "react";
import { SoftLink } from "./soft-link";
import { tabCountStyle, tabListStyle, tabStyle } from "./tab-style";

export type TabLink = { href: string; label: string; current: boolean; count?: number };

/** Tabs that are pages: each has its own address and works without script; arrows move between. */
export function TabLinks({ label, tabs }: { label: string; tabs: TabLink[] }) {
  return (
    <div role="tablist" aria-label={label} onKeyDown={walk} className={tabListStyle}>
      {tabs.map((tab) => (
        <SoftLink
          key={tab.href}
          href={tab.href}
          role="tab"
          aria-selected={tab.current}
          className={tabStyle}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className={tabCountStyle}>{tab.count}</span>}
        </SoftLink>
      ))}
    </div>
  );
}

const steps = new Map([
  ["ArrowRight", 1],
  ["ArrowLeft", -1],
]);

function walk(event: KeyboardEvent<HTMLElement>) {
  const step = steps.get(event.key);
  if (!step) return;
  event.preventDefault();
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
  const here = tabs.findIndex((tab) => tab.matches(":focus"));
  tabs.at((here + step) % tabs.length)?.focus();
}
