import { TabLinks } from "@/components/ui/tab-links";

export type DutyTab = "shifts" | "now" | "coverage" | "people" | "reports";

type Props = { current: DutyTab; seesAll: boolean; keepsWatch: boolean };

const tabs: { key: DutyTab; href: string; label: string; for: "all" | "watch" | "both" }[] = [
  { key: "shifts", href: "/duty", label: "Lịch và ca trực", for: "both" },
  { key: "now", href: "/duty/now", label: "Đang trực", for: "both" },
  { key: "coverage", href: "/duty/coverage", label: "Độ phủ 24/7", for: "both" },
  { key: "reports", href: "/duty/reports", label: "Báo cáo nhanh", for: "both" },
  { key: "people", href: "/duty/people", label: "Người trực", for: "watch" },
];

/** The pages about watch, for whoever may open them. */
export function DutyTabs({ current, seesAll, keepsWatch }: Props) {
  const open = tabs.filter(
    (tab) => tab.for === "both" || (tab.for === "watch" ? keepsWatch : seesAll),
  );
  return (
    <div className="mb-6">
      <TabLinks
        label="Trực"
        tabs={open.map(({ key, href, label }) => ({ href, label, current: key === current }))}
      />
    </div>
  );
}
