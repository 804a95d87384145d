import { TabsNav } from "@/components/ui/tabs-nav";
import type { IncidentTab } from "@/lib/incidents/policy";

const places: Record<IncidentTab, { href: string; label: string }> = {
  cases: { href: "/incidents", label: "Sự cố" },
  warnings: { href: "/incidents/warnings", label: "Cảnh báo nhanh" },
  figures: { href: "/incidents/figures", label: "Số liệu" },
  drills: { href: "/incidents/drills", label: "Diễn tập" },
};

export function IncidentTabs({ current, tabs }: { current: IncidentTab; tabs: IncidentTab[] }) {
  return (
    <div className="mb-6">
      <TabsNav
        label="Mục của sự cố"
        tabs={tabs.map((tab) => ({ ...places[tab], current: tab === current }))}
      />
    </div>
  );
}
