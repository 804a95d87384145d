import { TabsNav } from "@/components/ui/tabs-nav";

export type IncidentTab = "cases" | "warnings" | "figures" | "drills";

/** Everyone may be warned and may take part in a drill; figures are for those above. */
const tabs: { key: IncidentTab; href: string; label: string; above?: true }[] = [
  { key: "cases", href: "/incidents", label: "Sự cố" },
];

export function IncidentTabs({ current, figures }: { current: IncidentTab; figures: boolean }) {
  const open = tabs.filter(({ above }) => !above || figures);
  if (open.length < 2) return null;
  return (
    <div className="mb-6">
      <TabsNav
        label="Sự cố"
        tabs={open.map(({ key, href, label }) => ({ href, label, current: key === current }))}
      />
    </div>
  );
}
