import { SoftLink } from "./soft-link";
import type { TabLink } from "./tab-links";
import { tabCountStyle, tabListStyle, tabStyle } from "./tab-style";

/** The same look for places rather than views of one thing: a navigation. */
export function TabsNav({ label, tabs }: { label: string; tabs: TabLink[] }) {
  return (
    <nav aria-label={label} className={tabListStyle}>
      {tabs.map((tab) => (
        <SoftLink
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          className={tabStyle}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className={tabCountStyle}>{tab.count}</span>}
        </SoftLink>
      ))}
    </nav>
  );
}
