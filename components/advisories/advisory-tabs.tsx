import { TabsNav } from "@/components/ui/tabs-nav";

type Place = "advisories" | "matrix" | "gate" | "sweeps" | "inventory";

const places: { place: Place; href: string; label: string; district?: true }[] = [
  { place: "advisories", href: "/advisories", label: "Cảnh báo" },
  { place: "matrix", href: "/advisories/matrix", label: "Ma trận", district: true },
  { place: "gate", href: "/advisories/gate", label: "Trước đợt" },
  { place: "sweeps", href: "/sweeps", label: "Rà soát" },
  { place: "inventory", href: "/inventory", label: "Kê khai máy" },
];

export function AdvisoryTabs({ current, all }: { current: Place; all: boolean }) {
  return (
    <TabsNav
      label="Cảnh báo và rà soát"
      tabs={places
        .filter(({ district }) => all || !district)
        .map(({ place, href, label }) => ({ href, label, current: place === current }))}
    />
  );
}
